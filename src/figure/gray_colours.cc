#include "figure/gray_colours.h"

#include <algorithm>
#include <cmath>

#include "base/contrast.h"

namespace nbpublish {
namespace {

constexpr std::uint8_t kLightestTint = 229;  // 10 % black, rounded up
constexpr std::uint8_t kPaperFrom = 250;     // under 2 % black nobody meant a tint
constexpr double kLightText = 0.5;           // luminance; grays as dark as this stand on paper

Rgb gray(std::uint8_t value) { return {value, value, value}; }

}  // namespace

Rgb gray_of(Rgb colour) { return gray(static_cast<std::uint8_t>(std::lround(255 * std::min(1.0, srgb_of_light(luminance(colour)))))); }

Rgb printed_ground(Rgb colour) {
  const std::uint8_t value = gray_of(colour).r;
  return gray(value >= kPaperFrom ? 255 : std::min(value, kLightestTint));
}

Rgb printed_text(Rgb colour) { return gray(luminance(colour) >= kLightText ? 255 : 0); }

}  // namespace nbpublish
