// PNG and JPEG: checked by decoding them once.
#pragma once

#include "figure/figure.h"

namespace nbpublish {

struct Raster {
  std::uint32_t width = 0, height = 0;  // pixels
  double ppi_x = 0, ppi_y = 0;          // 0: not stated
};

// Reads the whole picture with libpng or libjpeg and keeps nothing of it; memory is bounded by one row (PNG)
// or the coefficients of a progressive JPEG, both within limits.max_pixels.
Result<Raster> read_png(std::string_view bytes, const PictureLimits& limits);
Result<Raster> read_jpeg(std::string_view bytes, const PictureLimits& limits);

// Refuses pictures without area, with a side that Cairo cannot take, or with more pixels than the limit.
Status check_pixels(std::uint64_t width, std::uint64_t height, const PictureLimits& limits);

// The size on paper. A stated density from 30 to 2400 ppi is believed. Otherwise the picture is set 4.5 in
// wide if that means 96 to 300 ppi, and at the nearer of the two if not: small ones stay small, large ones
// stay sharp.
Size raster_size(const Raster& raster);

}  // namespace nbpublish
