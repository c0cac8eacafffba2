// The mark of a comment before a row that goes on with it: drawn, so that it is neither read nor copied.
#pragma once

#include <string_view>

#include "frame/frame.h"

namespace nbpublish {

// `mark` ("// ", "# ", "* ") from `left` on, its characters on columns of that width in the code's size.
Path ghost_mark(std::string_view mark, Point left, Length column, Length size);

}  // namespace nbpublish
