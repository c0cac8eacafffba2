// PNG and JPEG files as Cairo image surfaces.
#pragma once

#include <cairo.h>

#include "base/result.h"
#include "figure/figure.h"
#include "output/paint/image_surface.h"

namespace nbpublish {

// The picture's pixels. For a target that takes JPEG files as they are the surface only carries the file
// and its size, undecoded. An Input error if the bytes are damaged.
Result<ImageSurface> raster_surface(const Picture& picture, cairo_surface_t* target);

}  // namespace nbpublish
