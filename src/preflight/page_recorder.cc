#include "preflight/page_recorder.h"

#include "preflight/image_ink.h"

namespace nbpublish {
namespace {

// What comes so near to the trimmed edge is meant to touch it. Points; a third of a millimetre.
constexpr double kTouches = 1;
// Lighter tones are white, in %: half a step of eight bits.
constexpr double kWhite = 0.2;

}  // namespace

void PageRecorder::use_space(const ColourSpace& space, PaintPlace place) {
  const std::optional<ColourKind> kind = kind_of(space);
  if (!kind) return;
  facts_.colours.insert({*kind, place});
  if (*kind == ColourKind::Spot) add_spot_inks(space, facts_.spot_inks);
}

void PageRecorder::cover(const PageBox& box, bool is_text, std::string_view what) {
  if (box.is_empty()) return;
  const PageBox& trim = facts_.trim;
  if (box.inside(trim).is_empty()) return void(facts_.paints_outside = true);
  facts_.is_blank = false;
  const std::array<double, kSides> beyond{trim.x0 - box.x0, trim.y0 - box.y0, box.x1 - trim.x1, box.y1 - trim.y1};
  const auto reaches_over = [&](Side side) { return !is_text && beyond[side] > -kTouches; };
  for (const Side side : {kLeft, kBottom, kRight, kTop})
    if (reaches_over(side)) keep_least(facts_.bleeding[side], beyond[side], what);
  PageBox& content = facts_.content;
  if (!reaches_over(kLeft)) content.x0 = std::min(content.x0, box.x0);
  if (!reaches_over(kBottom)) content.y0 = std::min(content.y0, box.y0);
  if (!reaches_over(kRight)) content.x1 = std::max(content.x1, box.x1);
  if (!reaches_over(kTop)) content.y1 = std::max(content.y1, box.y1);
}

bool PageRecorder::paint(const PaintColour& colour, std::string_view what) {
  if (has_inks(*colour.space))
    if (const auto ink = ink_of(*colour.space, colour.components)) keep_most(facts_.most_ink, *ink, what);
  return tone_of(*colour.space, colour.components) > kWhite;
}

void PageRecorder::fill(const PaintColour& colour) {
  keep_least(facts_.lightest_fill, tone_of(*colour.space, colour.components), "a fill");
}

void PageRecorder::text(const PaintColour& colour) {
  if (is_tint(*colour.space, colour.components)) keep_least(facts_.lightest_text, tone_of(*colour.space, colour.components), "text");
}

}  // namespace nbpublish
