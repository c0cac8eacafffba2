// SVG files as XML trees, and back.
#pragma once

#include <pugixml.hpp>

#include <string>
#include <string_view>

#include "base/result.h"

namespace nbpublish {

// An Input error for what is not well-formed, declares entities or has another root than <svg>.
Status parse_svg(pugi::xml_document& document, std::string_view bytes);

// The root alone: a DOCTYPE, comments and processing instructions around it are dropped.
std::string svg_text(pugi::xml_node svg);

}  // namespace nbpublish
