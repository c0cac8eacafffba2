#include "pipeline/edition_pictures.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "archive/item_facts.h"
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

bool has_pictures(const Page& page) { return facts_of(page.items).has_pictures; }

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
void add_panels(std::vector<FrameItem>& items) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    auto* placed = std::get_if<PlacedPicture>(&items[i].content);
    if (placed == nullptr || placed->picture->kind == PictureKind::Svg) continue;
    const Length padding = std::min(kPanelPadding, std::min(placed->rect.width, placed->rect.height) / kMostPadding);
    placed->rect = padded(placed->rect, padding);
    const FrameItem panel{kArtifact, items[i].node, 0, 0, Fill{widened(placed->rect, padding), ColourRole::PicturePanel}};
    items.insert(items.begin() + static_cast<std::ptrdiff_t>(i++), panel);
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

class PictureReplacer {
 public:
  PictureReplacer(const PictureWork& work, PictureReport& report) : work_(work), report_(report) {}

  void replace_in(const std::string& part, Page& page) {
    for (FrameItem& item : page.items.edit())
      if (auto* placed = std::get_if<PlacedPicture>(&item.content)) replace(part, page, item.node, *placed);
  }
  // Of the first picture that a refusal of the machine left as it was.
  std::optional<Error> take_failure() { return std::move(failure_); }

 private:
  const PictureWork& work_;
  PictureReport& report_;
  std::optional<Error> failure_;

  void replace(const std::string& part, const Page& page, NodeId node, PlacedPicture& placed) {
    const Result<RecolouredPicture>& result = work_.result(placed);
    if (result) {
      if (result->flattened) report_.tell_flattened(part, node);
      placed.picture = result->picture;
    } else if (result.error().kind == ErrorKind::Input) {
      report_.tell_refused(part, node, result.error());
      placed.picture = blank();
    } else if (!failure_) {
      failure_ = result.error();
      failure_->message = fmt::format("{}, page {}: {}", part, page.label, failure_->message);
    }
  }
};

}  // namespace

Result<PagedVolume> with_pictures(PagedVolume volume, const PictureColours& colours, const DocumentsByKey& documents, unsigned jobs,
                                  DiagnosticSink& diagnostics, PictureMaker& maker) {
  PictureWork work;
  for (const PagedPart& part : volume.parts)
    for (const Page& page : part.pages) {
      if (!has_pictures(page)) continue;
      for (const FrameItem& item : page.items)
        if (const auto* placed = std::get_if<PlacedPicture>(&item.content)) work.add(*placed);
    }
  work.recolour_pictures(colours, jobs, maker);
  PictureReport report(documents, diagnostics);
  PictureReplacer replacer(work, report);
  for (PagedPart& part : volume.parts)
    for (Page& page : part.pages) {
      if (!has_pictures(page)) continue;
      replacer.replace_in(part.key, page);
      if (colours.look == PictureLook::Dark) add_panels(page.items.edit());
    }
  if (std::optional<Error> failure = replacer.take_failure()) return std::unexpected(std::move(*failure));
  return volume;
}

PagedVolume with_page_grounds(PagedVolume volume) {
  const FrameItem ground{kArtifact, 0, 0, 0, Fill{{{}, {}, volume.trim.width, volume.trim.height}, ColourRole::Paper}};
  for (PagedPart& part : volume.parts)
    for (Page& page : part.pages) page.furniture.insert(page.furniture.begin(), ground);
  return volume;
}

}  // namespace nbpublish
