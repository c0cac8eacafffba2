// Photographs and screenshots for black ink.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace nbpublish {

// A PNG or JPEG file as one of 8-bit grays of the same luminance, what is transparent over white; the same bytes if it is
// that already. A JPEG stays one, at quality 92. An Input error if it cannot be decoded.
Result<std::string> gray_raster(std::string_view bytes);

bool is_jpeg(std::string_view bytes);

// Rows from the top, one byte a pixel, 0 black.
struct GrayPixels {
  std::uint32_t width = 0, height = 0;
  std::vector<std::uint8_t> samples;
};
Result<std::string> gray_png(const GrayPixels& pixels);

// What gray_raster does of a JPEG.
Result<std::string> gray_jpeg(std::string_view bytes);

}  // namespace nbpublish
