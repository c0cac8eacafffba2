#include "base/contrast.h"

#include <algorithm>
#include <cmath>

namespace nbpublish {

double light_of_srgb(double stored) { return stored <= 0.04045 ? stored / 12.92 : std::pow((stored + 0.055) / 1.055, 2.4); }

double srgb_of_light(double light) { return light <= 0.0031308 ? light * 12.92 : 1.055 * std::pow(light, 1 / 2.4) - 0.055; }

double luminance(Rgb colour) {
  return 0.2126 * light_of_srgb(colour.r / 255.0) + 0.7152 * light_of_srgb(colour.g / 255.0) + 0.0722 * light_of_srgb(colour.b / 255.0);
}

double contrast(Rgb a, Rgb b) {
  const double x = luminance(a), y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

}  // namespace nbpublish
