// Drawings as pixels, for what print cannot take as vectors.
#pragma once

#include <string>

#include "base/geometry.h"
#include "base/result.h"
#include "figure/gray_raster.h"

namespace nbpublish {

inline constexpr double kLineArtPpi = 600;

// The drawing on white at the printed size, kLineArtPpi pixels to the inch, in grays.
Result<GrayPixels> svg_pixels(const std::string& svg, Size printed);

}  // namespace nbpublish
