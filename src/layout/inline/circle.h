// Circles: a drawn ring or dot.
#pragma once

#include "frame/frame.h"

namespace nbpublish {

// Stroked in `width`, or filled if that is zero.
Path circle_path(Point centre, Length radius, Length width, ColourRole colour);

}  // namespace nbpublish
