// The coordinates that a drawing is made in.
#pragma once

#include <pugixml.hpp>

#include <optional>

namespace nbpublish {

struct ViewBoxSize {
  double width = 0, height = 0;  // in units of the drawing, more than 0
};

// Of a root that was read before, which has one; nothing if it makes no sense.
std::optional<ViewBoxSize> view_box_size(pugi::xml_node svg);

}  // namespace nbpublish
