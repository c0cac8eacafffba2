// Rasters as reading systems and their stores take them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/colour.h"
#include "base/result.h"

namespace nbpublish {

// A PNG or JPEG file of at most `most_pixels`, scaled down if it has more; nothing transparent, white shows through; without what only
// cameras and editors read (EXIF, XMP, comments, times, further frames). A JPEG stays one, a PNG too; the same bytes if nothing is to do,
// the same picture data if nothing is scaled or transparent. An Input error if it cannot be decoded.
Result<std::string> ebook_raster(std::string_view bytes, std::uint64_t most_pixels);

// A PNG file whose transparent parts show `ground`; the same picture data if it has none.
Result<std::string> opaque_png(std::string_view bytes, Rgb ground);

// What ebook_raster does of each kind.
Result<std::string> ebook_png(std::string_view bytes, std::uint64_t most_pixels);
Result<std::string> ebook_jpeg(std::string_view bytes, std::uint64_t most_pixels);

}  // namespace nbpublish
