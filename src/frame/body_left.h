// note [page origin]: A page's body is drawn from the left end of its first item, so that its bytes are the same wherever the block
// stands between spine and fore edge. What moves it there stands apart, with the furniture.
#pragma once

#include "frame/frame.h"

namespace nbpublish {

// Of the first item of the page's body; zero without one.
Length body_left(const Page& page);

}  // namespace nbpublish
