// Turning what is too wide for a page.
#pragma once

#include "layout/galley/segment_content.h"

namespace nbpublish {

// Turns everything a quarter to the left: what was at the left edge stands at the foot, `width` below the top; what was at
// the top stands at the left.
void turn(SegmentContent& content, Length width);

}  // namespace nbpublish
