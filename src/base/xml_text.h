// Text inside XML and HTML.
#pragma once

#include <string>
#include <string_view>

namespace nbpublish {

// With what would be markup as entities: for an element's text, and for an attribute between double quotation marks.
std::string xml_text(std::string_view text);

}  // namespace nbpublish
