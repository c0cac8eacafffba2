// Contrast of two colours as WCAG 2 has it.
#pragma once

#include <algorithm>
#include <cmath>

#include "base/colour.h"

namespace nbpublish {

// From 0 (black) to 1 (white).
inline double relative_luminance(Rgb colour) {
  const auto linear = [](std::uint8_t value) {
    const double c = value / 255.0;
    return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
}

// From 1 (none) to 21; the order does not matter.
inline double contrast(Rgb a, Rgb b) {
  const double x = relative_luminance(a), y = relative_luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

}  // namespace nbpublish
