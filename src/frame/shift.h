// Moving what was placed.
#pragma once

#include "frame/frame.h"

namespace nbpublish {

void shift(FrameItem& item, Length dx, Length dy);

// A page's text with its links and destinations. Its furniture stays.
void shift(Page& page, Length dx, Length dy);

// The bodies moved to where they stand: all places are the trimmed page's, note [body].
PagedVolume in_place(PagedVolume volume);

}  // namespace nbpublish
