// What an SVG file of an unknown author may hold. The drawing is rendered by librsvg for print and handed to
// reading systems in the ebook, so it must be safe in both.
#pragma once

#include <pugixml.hpp>

#include "figure/figure.h"

namespace nbpublish {

// Changes `svg`, a document's root, in place.
// Taken out: scripts, event attributes, animation, hyperlinks, metadata, elements and attributes that are not
// SVG's, @font-face (the fonts are the book's).
// Refused: references to other files or addresses (href, url(), @import), HTML in foreignObject without a
// fallback, nesting deeper than 256 and more than 200,000 elements, counting each `use` of one.
Status sanitise_svg(pugi::xml_node svg, const PictureLimits& limits);

// Removes comments and @font-face rules. An Input error for @import, outside url() and backslash escapes,
// which could hide both.
Result<std::string> sanitise_css(std::string_view css);

// Refuses url(...) that is not a fragment, in an attribute or a style sheet, and what else CSS loads pictures
// by.
Status check_urls(std::string_view value);

// Accepts `#fragment` and embedded PNG or JPEG data that can be read within the limits.
Status check_reference(std::string_view reference, const PictureLimits& limits);

}  // namespace nbpublish
