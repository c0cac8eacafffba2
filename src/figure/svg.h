// SVG drawings: made safe, measured, and tried with librsvg.
#pragma once

#include "figure/figure.h"

namespace nbpublish {

struct Svg {
  std::string bytes;  // UTF-8, sanitised, with a viewBox
  Size size;
  std::string title, description;
  Length lettering;  // Picture::lettering
};

// Parses, sanitises (svg_sanitise.h), measures and, if `draws`, draws the file once into a small surface.
Result<Svg> read_svg(std::string_view bytes, const PictureLimits& limits, bool draws = true);

// What read_picture does, without drawing: for drawings that are tried at their size.
Result<PicturePtr> read_undrawn_picture(std::string_view bytes);

}  // namespace nbpublish
