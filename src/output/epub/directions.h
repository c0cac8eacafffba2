// The direction of what is read: `dir` where a text runs otherwise than what is around it, and code by itself.
#pragma once

#include <pugixml.hpp>

namespace nbpublish {

// Gives each paragraph, heading, item, cell and caption below `body` the direction that print sets it in, by its first strong character
// (UAX 9, P2, code aside), wherever that is not the one it inherits. Code is left to right and isolated, and so is each word in it that
// runs right to left. As attributes: style sheets of EPUBs must not have `direction`. Nothing is changed where nothing runs right to left.
void set_directions(pugi::xml_node body);

}  // namespace nbpublish
