// Listings that are drawings: boxes and lines of characters, which lose their shape when a line wraps.
#pragma once

#include <string_view>

namespace nbpublish {

// Unicode's blocks Box Drawing and Block Elements.
constexpr bool is_box_drawing(char32_t c) { return c >= 0x2500 && c <= 0x259F; }

bool has_box_drawing(std::string_view line);
// Whether at least a fifth of the characters, blanks aside, draw boxes.
bool is_box_diagram(std::string_view code);

}  // namespace nbpublish
