// Pictures onto a Cairo context.
#pragma once

#include <cairo.h>

#include "base/result.h"
#include "frame/frame.h"

namespace nbpublish {

// Draws the picture into its rectangle; SVG as vectors, JPEG as its own bytes where the target takes them
// (PDF), else decoded. Leaves the context's state as it was.
Status paint_picture(cairo_t* context, const PlacedPicture& placed);

}  // namespace nbpublish
