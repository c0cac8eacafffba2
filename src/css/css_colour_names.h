// The named colours of CSS Color 4, section 6.1.
#pragma once

#include <optional>
#include <string_view>

#include "base/colour.h"

namespace nbpublish {

// `name` in lower case. Nothing for other words.
std::optional<Rgb> named_css_colour(std::string_view name);

}  // namespace nbpublish
