#include "layout/page/chapter_layout.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "document/blank.h"
#include "document/walk.h"
#include "layout/flow/flow.h"
#include "layout/page/opener_map.h"
#include "layout/page/sheet.h"

namespace nbpublish {
namespace {

constexpr int kOpenerStretch = 2;   // lines that the white below an opener may grow
constexpr int kLineAfterTitle = 1;  // blank grid lines between title and standfirst, standfirst and text

// The opener: number, title, standfirst and map on their lines, one row of the galley.
GalleyRow opener_row(LayoutContext& context, const ChapterHeading& heading) {
  const Style& style = context.style;
  Sheet sheet(context);
  const TagId h1 = context.tags.add(kRootTag, TagRole::H1);
  if (!heading.number.empty())
    sheet.add(heading.number + " ", sheet.look(style.opener_number), style.opener_number_line, context.tags.add(h1, TagRole::Span));
  Sheet::Look title = sheet.look(style.opener_title);
  title.alignment = Alignment::Balanced;
  int line = sheet.add(heading.title, title, style.opener_title_line, context.tags.add(h1, TagRole::Span));
  if (!heading.standfirst.empty()) {
    const TagId tag = context.tags.add(kRootTag, TagRole::P);
    line = sheet.add(heading.standfirst, sheet.look(style.opener_standfirst), line, tag);
  }
  const int map_line = line + kLineAfterTitle, behind_map = add_opener_map(context, sheet, heading, map_line);
  const bool has_map = behind_map > map_line;
  if (has_map) line = behind_map;
  GalleyRow row;
  const int text_line = has_map || !heading.standfirst.empty() ? style.opener_text_line : style.opener_bare_line;
  const int lines = std::max(text_line - 1, line - 1 + kLineAfterTitle);
  row.height = style.leading * lines;
  row.items = std::move(sheet.items);
  row.links = std::move(sheet.links);
  row.places.push_back({context.chapter, {{}, style.leading * (style.opener_number_line - 2)}});
  return row;
}

OpenerExtent extent_of(const GalleyRow& opener, const TagTree& tags) {
  return {opener.items.size(), opener.links.size(), tags.nodes.size(), opener.height};
}

// The column with the opener before it, the text kept with the opener.
Galley with_opener(GalleyRow opener, Galley galley) {
  if (!galley.rows.empty()) {
    galley.rows.front().space_before = 0;
    galley.rows.front().stretch_before = kOpenerStretch;
    galley.rows.front().shrink_before = galley.rows.front().grow_before = 0;
    galley.rows.front().break_cost = kBreakForbidden;
  }
  put_first(galley, std::move(opener));
  return galley;
}

void add_outline(const Document& document, const ChapterHeading& heading, PagedPart& part) {
  const std::string title = plain_text(heading.title);
  // Front and back matter stands beside the topics, not in the last of them.
  if (!heading.number.empty() || !is_blank(title))
    part.outline.push_back(
        {heading.number.empty() ? 1 : 2, heading.number.empty() ? title : heading.number + " " + title, document.chapter});
  for (const Block& block : document.blocks)
    if (const auto* h = as<Heading>(block); h != nullptr && h->level == 2)
      part.outline.push_back({3, plain_text(h->children), document.chapter + "#" + h->anchor});
}

void report_too_high(LayoutContext& context, const Document& document, const std::vector<NodeId>& nodes) {
  if (nodes.empty()) return;
  std::map<NodeId, SourceSpan> places;
  for_each_block(document, [&](const Block& block) { places.emplace(block.id, block.span); });
  for (const NodeId node : std::set<NodeId>(nodes.begin(), nodes.end())) {
    const auto place = places.find(node);
    context.diagnostics.report(DiagCode::OverfullPage, context.file, place == places.end() ? document.front.title_span : place->second,
                               "this is higher than a page and stands out of it", "divide it, or choose a style whose pages hold it");
  }
}

}  // namespace

LaidOutChapter layout_chapter(LayoutContext& context, const Document& document, ChapterHeading heading, TextSides sides) {
  GalleyRow opener = opener_row(context, heading);
  const OpenerExtent extent = extent_of(opener, context.tags);
  Galley galley = with_opener(std::move(opener), flow_document(context, document, heading.heads_entries));
  BuiltPages built = build_pages(context.style, std::move(galley), true, sides);
  report_too_high(context, document, built.too_high);
  LaidOutChapter out;
  out.part.key = document.chapter;
  out.part.pages = std::move(built.pages);
  out.facts = std::move(built.facts);
  add_outline(document, heading, out.part);
  out.part.tags = std::move(context.tags);
  out.heading = std::move(heading);
  out.opener = extent;
  return out;
}

bool renew_opener(LayoutContext& context, LaidOutChapter& chapter) {
  GalleyRow row = opener_row(context, chapter.heading);
  const OpenerExtent extent = extent_of(row, context.tags);
  Page& page = chapter.part.pages.front();
  const bool fits = extent.tags == chapter.opener.tags && extent.links == chapter.opener.links && extent.height == chapter.opener.height;
  std::vector<FrameItem>& items = page.items.edit();
  std::vector<LinkArea>& links = page.links.edit();
  // The first item of the opener is a word, of its number or title.
  const auto first = std::ranges::find_if(
      items, [&](const FrameItem& item) { return item.tag != kArtifact && item.tag != kRootTag && item.tag < chapter.opener.tags; });
  const auto left = static_cast<std::size_t>(items.end() - first);
  if (!fits || left < chapter.opener.items || links.size() < chapter.opener.links) return false;
  for (FrameItem& item : row.items) shift(item, {}, context.style.top);
  for (LinkArea& link : row.links) link.rect.y += context.style.top;
  const auto replace = [](auto& list, auto from, std::size_t count, auto& with) {
    const auto at = list.erase(from, from + static_cast<std::ptrdiff_t>(count));
    list.insert(at, std::make_move_iterator(with.begin()), std::make_move_iterator(with.end()));
  };
  replace(items, first, chapter.opener.items, row.items);
  replace(links, links.begin(), chapter.opener.links, row.links);
  chapter.opener = extent;
  return true;
}

}  // namespace nbpublish
