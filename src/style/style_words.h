// The values of a style as a style file says them.
#pragma once

#include <map>
#include <string>

#include "style/style.h"

namespace nbpublish {

// By their keys: "page.leading" -> "13", "text.style" -> "serif 400 9.5/13". Colours are not among them.
std::map<std::string, std::string> style_values(const Style& style);

}  // namespace nbpublish
