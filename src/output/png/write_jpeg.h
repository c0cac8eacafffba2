// A Cairo image surface as a JPEG file: the one file here that knows libjpeg.
#pragma once

#include <cairo.h>

#include <string>

#include "base/result.h"

namespace nbpublish {

// Quality 90, colour at full resolution, for lettering wants it. The surface is of CAIRO_FORMAT_RGB24.
Result<std::string> write_jpeg(cairo_surface_t* surface);

}  // namespace nbpublish
