// The properties of a drawing wherever they stand: in attributes, in style attributes and in style sheets.
#pragma once

#include <pugixml.hpp>

#include <string_view>

#include "css/css_text.h"

namespace nbpublish {

// Calls `change` for each of them in the order of the file and stores what it returns.
void change_properties(pugi::xml_node svg, const CssChange& change);

// Whether `holds` is true of one of them. Stops at the first.
bool any_property(pugi::xml_node svg, const std::function<bool(std::string_view name, std::string_view value)>& holds);

// Whether the value of the property is a colour, or a paint that may be one.
bool is_colour_property(std::string_view name);

// Appends a declaration to the element's style attribute: nothing but `!important` in a sheet is stronger.
void add_style(pugi::xml_node element, std::string_view declaration);

}  // namespace nbpublish
