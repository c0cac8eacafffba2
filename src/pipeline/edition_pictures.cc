#include "pipeline/edition_pictures.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "document/walk.h"
#include "figure/svg_pixels.h"
#include "platform/parallel.h"

namespace nbpublish {
namespace {

constexpr Length kPanelPadding = Length::pt(6);
constexpr int kMostPadding = 8;  // of a small picture not more than this part of its shorter side

// The size of a picture before it is turned.
Size printed_size(const PlacedPicture& placed) {
  const Rect& r = placed.rect;
  return placed.turned ? Size{r.height, r.width} : Size{r.width, r.height};
}

// Distinct pictures at distinct sizes, in the order of the pages.
class PictureWork {
 public:
  void add(const PlacedPicture& placed) {
    const auto [at, fresh] = index_.emplace(key_of(placed), jobs_.size());
    if (fresh) jobs_.push_back({placed.picture, {printed_size(placed), placed.turned}, RecolouredPicture{}});
  }

  void recolour_pictures(const PictureColours& colours, unsigned threads, PictureMaker& maker) {
    parallel_for(threads, jobs_.size(), [&](std::size_t i) { jobs_[i].result = maker.recolour(jobs_[i].picture, colours, jobs_[i].use); });
  }

  const Result<RecolouredPicture>& result(const PlacedPicture& placed) const { return jobs_[index_.at(key_of(placed))].result; }

 private:
  using Key = std::tuple<const Picture*, Length, Length, bool>;
  static Key key_of(const PlacedPicture& placed) {
    const Size size = printed_size(placed);
    return {placed.picture.get(), size.width, size.height, placed.turned};
  }

  struct Job {
    PicturePtr picture;  // alive as long as its address is a key
    PictureUse use;
    Result<RecolouredPicture> result;
  };
  std::map<Key, std::size_t> index_;
  std::vector<Job> jobs_;
};

void for_each_picture(std::vector<Page>& pages, const auto& visit) {
  for (Page& page : pages)
    for (std::vector<FrameItem>* items : {&page.items, &page.furniture})
      for (FrameItem& item : *items)
        if (auto* placed = std::get_if<PlacedPicture>(&item.content)) visit(page, item, *placed);
}

Rect widened(const Rect& r, Length by) { return {r.x - by, r.y - by, r.width + by * 2, r.height + by * 2}; }

// The largest rectangle of the same shape that leaves the padding free on each side of `place`, in its middle.
Rect padded(const Rect& place, Length padding) {
  const Length wide = place.width - padding * 2, high = place.height - padding * 2;
  const bool full_width = wide.points() * place.height.points() <= high.points() * place.width.points();
  const Length width = full_width ? wide : place.width.scaled(high.units(), place.height.units());
  const Length height = full_width ? place.height.scaled(wide.units(), place.width.units()) : high;
  return {place.x + (place.width - width) / 2, place.y + (place.height - height) / 2, width, height};
}

// Shrinks the picture and puts a panel below it: figures next to text would otherwise touch it with their panels.
void add_panels(Page& page) {
  for (std::size_t i = 0; i < page.items.size(); ++i) {
    auto* placed = std::get_if<PlacedPicture>(&page.items[i].content);
    if (placed == nullptr || placed->picture->kind == PictureKind::Svg) continue;
    const Length padding = std::min(kPanelPadding, std::min(placed->rect.width, placed->rect.height) / kMostPadding);
    placed->rect = padded(placed->rect, padding);
    const FrameItem panel{kArtifact, page.items[i].node, 0, 0, Fill{widened(placed->rect, padding), ColourRole::PicturePanel}};
    page.items.insert(page.items.begin() + static_cast<std::ptrdiff_t>(i++), panel);
  }
}

// What stands for a picture that cannot be drawn after all: nothing, at its place.
PicturePtr blank() { return *read_picture("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>"); }

// Tells of each picture once a place.
class PictureReport {
 public:
  PictureReport(const DocumentsByKey& documents, DiagnosticSink& diagnostics) : documents_(documents), diagnostics_(diagnostics) {}

  void tell_flattened(const std::string& part, NodeId node) {
    tell(DiagCode::DrawingFlattened, part, node,
         fmt::format("has transparency, gradients or patterns, which print cannot hold: it is printed in {:.0f} pixels to the inch",
                     kLineArtPpi),
         "draw it in opaque colours");
  }
  void tell_refused(const std::string& part, NodeId node, const Error& error) {
    tell(DiagCode::ImageUnreadable, part, node, "cannot be drawn at its size: " + error.message, error.hint);
  }

 private:
  void tell(DiagCode code, const std::string& part, NodeId node, const std::string& what, const std::string& hint) {
    if (!told_.emplace(part, node).second) return;
    const auto document = documents_.find(part);
    const Block* block = document == documents_.end() ? nullptr : find(*document->second, node);
    const auto* figure = block != nullptr ? as<Figure>(*block) : nullptr;
    diagnostics_.report(code, document == documents_.end() ? part : document->second->file, block != nullptr ? block->span : SourceSpan{},
                        fmt::format("{} {}", figure != nullptr ? "'" + figure->source + "'" : "a drawing", what), hint);
  }

  static const Block* find(const Document& document, NodeId node) {
    const Block* found = nullptr;
    for_each_block(document, [&](const Block& block) {
      if (block.id == node) found = &block;
    });
    return found;
  }

  const DocumentsByKey& documents_;
  DiagnosticSink& diagnostics_;
  std::set<std::pair<std::string, NodeId>> told_;
};

std::optional<Error> replace_pictures(PagedPart& part, const PictureWork& work, PictureReport& report) {
  std::optional<Error> failure;
  for_each_picture(part.pages, [&](const Page& page, const FrameItem& item, PlacedPicture& placed) {
    const Result<RecolouredPicture>& result = work.result(placed);
    if (!result && result.error().kind == ErrorKind::Input) {
      report.tell_refused(part.key, item.node, result.error());
      placed.picture = blank();
      return;
    }
    if (!result && !failure) {
      failure = result.error();
      failure->message = fmt::format("{}, page {}: {}", part.key, page.label, failure->message);
    }
    if (!result) return;
    if (result->flattened) report.tell_flattened(part.key, item.node);
    placed.picture = result->picture;
  });
  return failure;
}

}  // namespace

Result<PagedVolume> with_pictures(PagedVolume volume, const PictureColours& colours, const DocumentsByKey& documents, unsigned jobs,
                                  DiagnosticSink& diagnostics, PictureMaker& maker) {
  PictureWork work;
  for (PagedPart& part : volume.parts)
    for_each_picture(part.pages, [&](const Page&, const FrameItem&, const PlacedPicture& placed) { work.add(placed); });
  work.recolour_pictures(colours, jobs, maker);
  PictureReport report(documents, diagnostics);
  for (PagedPart& part : volume.parts) {
    if (auto failure = replace_pictures(part, work, report)) return std::unexpected(std::move(*failure));
    if (colours.look == PictureLook::Dark)
      for (Page& page : part.pages) add_panels(page);
  }
  return volume;
}

PagedVolume with_page_grounds(PagedVolume volume) {
  const FrameItem ground{kArtifact, 0, 0, 0, Fill{{{}, {}, volume.trim.width, volume.trim.height}, ColourRole::Paper}};
  for (PagedPart& part : volume.parts)
    for (Page& page : part.pages) page.furniture.insert(page.furniture.begin(), ground);
  return volume;
}

}  // namespace nbpublish
