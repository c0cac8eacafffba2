#include "cover/cover_art.h"

#include <fmt/format.h>

#include <cmath>

#include "base/units.h"
#include "cover/front_panel.h"

namespace nbpublish {
namespace {

constexpr double kShapeTolerance = 0.03;

double pixels(Length length, double resolution) { return std::ceil(length.points() / kPointsPerInch * resolution); }

// The smallest rectangle of that shape that covers front and bleed.
Rect covering(const WrapGeometry& wrap, double aspect) {
  const Length width = wrap.front.width + wrap.bleed, height = wrap.front.height + wrap.bleed * 2;
  const Length scaled = width.scaled(aspect);
  const Length tall = std::max(height, scaled), wide = scaled >= height ? width : height.scaled(1 / aspect);
  return {wrap.front.x, wrap.front.y - wrap.bleed - (tall - height) / 2, wide, tall};
}

}  // namespace

CoverArt judge_cover_art(const Picture& picture, const WrapGeometry& wrap, double resolution) {
  const double aspect = std::max(0.01, aspect_of(picture));
  const double panel = wrap.front.height.points() / wrap.front.width.points();
  CoverArt art;
  art.rect = covering(wrap, aspect);
  art.band_most_width = picture.kind == PictureKind::Svg ? wrap.front.width : Length::pt(picture.width_px * kPointsPerInch / resolution);
  const bool has_pixels = picture.kind == PictureKind::Svg || picture.width_px >= pixels(art.rect.width, resolution) - 1;
  art.fills_front = std::abs(aspect / panel - 1) <= kShapeTolerance && has_pixels;
  art.wanted = fmt::format("{:.0f} x {:.0f} pixels, portrait", pixels(wrap.front.width + wrap.bleed, resolution),
                           pixels(wrap.front.height + wrap.bleed * 2, resolution));
  return art;
}

}  // namespace nbpublish
