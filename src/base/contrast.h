// Lightness and contrast of colours as WCAG 2 defines them.
#pragma once

#include "base/colour.h"

namespace nbpublish {

// Relative luminance: 0 is black, 1 white.
double luminance(Rgb colour);

// Contrast ratio of two colours in either order, 1 to 21.
double contrast(Rgb a, Rgb b);

// The transfer function of sRGB (IEC 61966-2-1), both ways: a channel of 0 to 1 as stored, and as light.
double light_of_srgb(double stored);
double srgb_of_light(double light);

}  // namespace nbpublish
