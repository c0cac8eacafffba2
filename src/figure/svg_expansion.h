// A bound on the work of drawing: `use`, patterns, markers and masks draw other elements again.
#pragma once

#include <pugixml.hpp>

#include "base/result.h"

namespace nbpublish {

// Refuses a drawing whose elements, each counted as often as references make it appear, are more than
// 200,000, or whose references lead deeper than 256. (Ten elements that use each other ten times are ten
// thousand million.) References in a circle count once; librsvg draws them so.
Status check_expansion(pugi::xml_node svg);

}  // namespace nbpublish
