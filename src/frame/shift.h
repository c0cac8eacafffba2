// Moving what was placed.
#pragma once

#include "frame/frame.h"

namespace nbpublish {

void shift(FrameItem& item, Length dx, Length dy);

// A page's text with its links and destinations. Its furniture stays.
void shift(Page& page, Length dx, Length dy);

}  // namespace nbpublish
