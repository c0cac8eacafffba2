// JPEG decoding, for targets that want pixels.
#pragma once

#include <string_view>

#include "base/result.h"
#include "output/paint/image_surface.h"

namespace nbpublish {

// An RGB24 surface; an Input error if libjpeg refuses the bytes.
Result<ImageSurface> decode_jpeg(std::string_view bytes);

}  // namespace nbpublish
