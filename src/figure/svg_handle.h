// librsvg, wrapped.
#pragma once

#include <cairo.h>
#include <librsvg/rsvg.h>

#include <memory>
#include <string>

#include "base/result.h"

namespace nbpublish {

struct SvgHandleDeleter {
  void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
};
using SvgHandle = std::unique_ptr<RsvgHandle, SvgHandleDeleter>;

// An Input error says what librsvg finds wrong with the file.
Result<SvgHandle> load_svg(const std::string& bytes);

// Draws the whole drawing over the surface, in its pixels.
Status draw_svg(RsvgHandle* handle, cairo_surface_t* surface, double width, double height);

}  // namespace nbpublish
