// The words of an SVG: what it says of itself, and how large its lettering is.
#pragma once

#include <string>

#include <pugixml.hpp>

namespace nbpublish {

// The text of the root's first child `name` ("title", "desc"), white space collapsed.
std::string words_in(pugi::xml_node svg, const char* name);

// The smallest font-size attribute in force at a <text>, in the drawing's units; 0 if there is no text, or if more than
// attributes decides: a style sheet, a style attribute with a size, a transformation that scales.
double smallest_lettering(pugi::xml_node svg);

}  // namespace nbpublish
