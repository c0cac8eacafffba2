#include <algorithm>
#include <numeric>

#include "preflight/colour_space.h"

namespace nbpublish {
namespace {

constexpr double kNone = 0.005, kFull = 0.995;  // what eight bits still tell from no ink and from all of it
constexpr double kInksOfRegistration = 4;       // All marks every plate: four in process printing
constexpr double kMostLightness = 100;          // L* of white

double clamped(double value) { return std::clamp(value, 0.0, 1.0); }
double component(const Components& c, std::size_t i) { return i < c.size() ? clamped(c[i]) : 0; }
double sum_of(const Components& c, std::size_t count) {
  double sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += component(c, i);
  return sum;
}

// Rec. 709's luminance, which is near enough to tell white, faint and dark.
double luminance(const Components& c) { return 0.2126 * component(c, 0) + 0.7152 * component(c, 1) + 0.0722 * component(c, 2); }

bool halftones(double ink) { return ink > kNone && ink < kFull; }

// The colour that an index of a palette means.
Components palette_colour(const ColourSpace& space, const Components& c) {
  const std::size_t count = space.base->components;
  const auto index = static_cast<std::size_t>(std::clamp(c.empty() ? 0.0 : c[0], 0.0, 255.0));
  Components out;
  for (std::size_t i = index * count; i < (index + 1) * count && i < space.palette.size(); ++i)
    out.push_back(static_cast<unsigned char>(space.palette[i]) / 255.0);
  if (space.base->family == ColourFamily::Lab && !out.empty()) out[0] *= kMostLightness;
  return out;
}

double inks_of_plates(const ColourSpace& space, const Components& c) {
  double sum = 0;
  for (std::size_t i = 0; i < space.inks.size(); ++i)
    if (space.inks[i] != "None") sum += component(c, i) * (space.inks[i] == "All" ? kInksOfRegistration : 1);
  return sum;
}

}  // namespace

std::optional<double> ink_of(const ColourSpace& space, const Components& c) {
  switch (space.family) {
    case ColourFamily::Gray:
    case ColourFamily::IccGray:
    case ColourFamily::CalGray:
      return 100 * (1 - component(c, 0));
    case ColourFamily::Cmyk:
    case ColourFamily::IccCmyk:
      return 100 * sum_of(c, 4);
    case ColourFamily::Inks:
      return 100 * inks_of_plates(space, c);
    case ColourFamily::Indexed:
      return ink_of(*space.base, palette_colour(space, c));
    case ColourFamily::Pattern:
      if (!space.base) return std::nullopt;
      return ink_of(*space.base, c);
    case ColourFamily::Rgb:
    case ColourFamily::CalRgb:
    case ColourFamily::IccRgb:
    case ColourFamily::Lab:
    case ColourFamily::Unknown:
      return std::nullopt;
  }
  return std::nullopt;
}

double tone_of(const ColourSpace& space, const Components& c) {
  switch (space.family) {
    case ColourFamily::Rgb:
    case ColourFamily::CalRgb:
    case ColourFamily::IccRgb:
      return 100 * (1 - luminance(c));
    case ColourFamily::Lab:
      return 100 - std::clamp(c.empty() ? 0.0 : c[0], 0.0, kMostLightness);
    case ColourFamily::Indexed:
      return tone_of(*space.base, palette_colour(space, c));
    case ColourFamily::Pattern:
    case ColourFamily::Unknown:
      return 100;
    default:
      return std::min(100.0, ink_of(space, c).value_or(100));
  }
}

bool is_tint(const ColourSpace& space, const Components& c) {
  switch (space.family) {
    case ColourFamily::Cmyk:
    case ColourFamily::IccCmyk: {
      if (component(c, 3) >= kFull) return false;
      for (std::size_t i = 0; i < 4; ++i)
        if (halftones(component(c, i))) return true;
      return false;
    }
    case ColourFamily::Inks:
      return std::ranges::any_of(c, [](double ink) { return halftones(clamped(ink)); });
    case ColourFamily::Indexed:
      return is_tint(*space.base, palette_colour(space, c));
    case ColourFamily::Pattern:
    case ColourFamily::Unknown:
      return false;
    default:
      return halftones(tone_of(space, c) / 100);
  }
}

Components initial_colour(const ColourSpace& space) {
  switch (space.family) {
    case ColourFamily::Cmyk:
    case ColourFamily::IccCmyk:
      return {0, 0, 0, 1};
    case ColourFamily::Inks:
      return Components(space.components, 1.0);
    default:
      return Components(space.components, 0.0);
  }
}

}  // namespace nbpublish
