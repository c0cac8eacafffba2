// ImageSurface: a surface of Cairo that is owned.
#pragma once

#include <cairo.h>
#include <memory>

namespace nbpublish {

struct SurfaceDestroy {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using ImageSurface = std::unique_ptr<cairo_surface_t, SurfaceDestroy>;

}  // namespace nbpublish
