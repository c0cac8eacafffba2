// The places whose pages a text prints.
#pragma once

#include <set>
#include <string>

#include "document/document.h"
#include "style/style.h"

namespace nbpublish {

// Their destinations' names (frame.h), of links that print a page number in this style.
std::set<std::string> printed_targets(const Document& document, const Style& style);

}  // namespace nbpublish
