#include "output/pdf/page_content.h"

#include <fmt/format.h>

#include "base/overloaded.h"
#include "output/pdf/page_layers.h"
#include "output/pdf/whole_words.h"

namespace nbpublish {
namespace {

void draw(const FrameItem& item, const PictureNames& pictures, ContentWriter& writer) {
  std::visit(overloaded{[&](const PlacedPicture& placed) { writer.draw_form(pictures.at(key_of(placed)), placed.rect); },
                        [&](const auto& content) { writer.draw(content); }},
             item.content);
}

// What a reader of paper cannot follow is not underlined.
bool is_drawn(const FrameItem& item, bool is_tagged) {
  const auto* fill = std::get_if<Fill>(&item.content);
  return is_tagged || fill == nullptr || fill->colour != ColourRole::Link;
}

void draw_artifacts(const std::vector<FrameItem>& items, const PictureNames& pictures, bool is_tagged, ContentWriter& writer) {
  bool begun = false;
  for (const FrameItem& item : items) {
    if (item.tag != kArtifact || !is_drawn(item, is_tagged)) continue;
    if (is_tagged && !begun) writer.begin_artifact();
    begun = true;
    draw(item, pictures, writer);
  }
  if (is_tagged && begun) writer.end_marked();
}

void draw_run(const Page& page, const MarkedRun& run, const PictureNames& pictures, bool is_tagged, ContentWriter& writer) {
  if (is_tagged && has_divided_words(page, run)) {
    for (const FrameItem& item : with_whole_words(page, run)) draw(item, pictures, writer);
    return;
  }
  for (std::size_t i = run.begin; i < run.end; ++i)
    if (page.items[i].tag == run.tag && is_drawn(page.items[i], is_tagged)) draw(page.items[i], pictures, writer);
}

}  // namespace

std::string body_content(const Page& page, const PictureNames& pictures, bool is_tagged, Length page_height, ContentWriter& writer) {
  writer.begin({{}, page_height});
  draw_artifacts(page.items.all(), pictures, is_tagged, writer);
  std::size_t mcid = 0;
  for (const MarkedRun& run : marked_runs(page)) {
    if (is_tagged) writer.begin_marked(mcid++);
    draw_run(page, run, pictures, is_tagged, writer);
    if (is_tagged) writer.end_marked();
  }
  writer.operators("Q\n");
  return writer.take();
}

std::string head_content(const Page& page, const Rect& sheet, bool is_tagged, Length page_height, ContentWriter& writer) {
  const Length above = sheet.bottom() - page_height;  // of the page's foot over the sheet's
  if (!page.furniture.empty()) {
    writer.begin({sheet.x, page_height + above});
    writer.operators("q\n");
    draw_artifacts(page.furniture, {}, is_tagged, writer);
    writer.operators("Q\n");
  }
  if (!page.items.empty()) writer.operators(fmt::format("q 1 0 0 1 {} {} cm\n", pdf_number(page.across - sheet.x), pdf_number(above)));
  return writer.take();
}

}  // namespace nbpublish
