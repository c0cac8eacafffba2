#include "figure/raster.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/units.h"

namespace nbpublish {
namespace {

constexpr double kTypicalMeasure = 4.5;  // inches; the measure of a 6 x 9 inch page
constexpr double kScreenDensity = 96, kPrintDensity = 300;
constexpr double kLeastDensity = 30, kGreatestDensity = 2400;  // beyond them the field was never filled in
constexpr std::uint64_t kLongestSide = 32767;                  // of a Cairo image surface

bool believable(double ppi) { return ppi >= kLeastDensity && ppi <= kGreatestDensity; }

Length length_of(std::uint32_t pixels, double ppi) { return Length::pt(pixels * kPointsPerInch / ppi); }

}  // namespace

Status check_pixels(std::uint64_t width, std::uint64_t height, const PictureLimits& limits) {
  if (width == 0 || height == 0) return fail(ErrorKind::Input, "the picture has no area");
  if (width > kLongestSide || height > kLongestSide || width * height > limits.max_pixels)
    return fail(ErrorKind::Input,
                fmt::format("the picture has {} x {} pixels; at most {} a side and {} million in all can be used", width, height,
                            kLongestSide, limits.max_pixels / 1'000'000),
                "scale it down: 300 pixels per printed inch are enough");
  return {};
}

Size raster_size(const Raster& raster) {
  if (believable(raster.ppi_x) && believable(raster.ppi_y))
    return {length_of(raster.width, raster.ppi_x), length_of(raster.height, raster.ppi_y)};
  const double ppi = std::clamp(raster.width / kTypicalMeasure, kScreenDensity, kPrintDensity);
  return {length_of(raster.width, ppi), length_of(raster.height, ppi)};
}

}  // namespace nbpublish
