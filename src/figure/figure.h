// Pictures: PNG and JPEG rasters and SVG drawings, read and measured once, drawn by output/paint.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/geometry.h"
#include "base/result.h"

namespace nbpublish {

enum class PictureKind : std::uint8_t { Png, Jpeg, Svg };

// An image file of the book, checked and measured; immutable, shared between threads.
struct Picture {
  PictureKind kind{};
  std::string bytes;                          // the file; SVG sanitised (no scripts, no outside references)
  std::uint32_t width_px = 0, height_px = 0;  // rasters
  // Rasters: at the density they state (PNG pHYs, JFIF, EXIF); without one between 96 and 300 ppi, such that
  // the width comes near a page's measure (raster.h). SVG: width and height, else the viewBox.
  Size natural_size;
  // SVG: what it says of itself in <title> and <desc>, and the size of its smallest lettering at natural size as far as
  // attributes tell; zero = unknown, or no text.
  std::string title{}, description{};
  Length lettering{};
};
using PicturePtr = std::shared_ptr<const Picture>;

struct PictureLimits {
  std::size_t max_bytes = 32u << 20;
  std::uint64_t max_pixels = 64'000'000;  // against decompression bombs
};

// Recognises the kind by content, not by name. Rasters are decoded once, so that damage is found here;
// refused are JPEGs that a PDF cannot take as they are (CMYK, arithmetic coding, 12 bits, turned by EXIF).
// SVG is refused if it refers to anything outside itself; scripts, event attributes, links and animation are
// taken out. An Input error says what is wrong with the bytes; the caller names the file before it.
Result<PicturePtr> read_picture(std::string_view bytes, const PictureLimits& limits = {});

}  // namespace nbpublish
