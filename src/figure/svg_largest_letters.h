// How large the letters of a drawing can become.
#pragma once

#include <pugixml.hpp>

namespace nbpublish {

// No letter below `svg`, a sanitised root with a viewBox, is larger than this, in units of that viewBox. Infinity where more decides than
// plain sizes and plain transformations: relative sizes, `use`, letters in patterns, markers and inner coordinate systems.
double bound_of_letters(pugi::xml_node svg);

}  // namespace nbpublish
