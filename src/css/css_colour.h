// Colours as CSS writes them.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/colour.h"

namespace nbpublish {

struct CssColour {
  Rgb rgb;
  double alpha = 1;  // 1: opaque
};

// `#rgb`, `#rrggbb` (both also with alpha), the names, rgb(), rgba(), hsl() and hsla() of CSS Color 4 in sRGB. Nothing for
// what is none of them: `none`, `currentColor`, `transparent`, url() and what cannot be read.
std::optional<CssColour> parse_css_colour(std::string_view text);

// The shortest of `#rrggbb` and `rgba()` that says it.
std::string css_text(const CssColour& colour);

// A paint or list of values with each of its colours replaced; the rest stays as it is.
std::string map_colours(std::string_view value, const std::function<Rgb(Rgb)>& map);

// Whether some colour in the value is not opaque.
bool has_transparent_colour(std::string_view value);

}  // namespace nbpublish
