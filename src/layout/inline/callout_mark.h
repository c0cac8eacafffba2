// A callout's number in its circle.
#pragma once

#include <string_view>

#include "layout/inline/context.h"

namespace nbpublish {

// The circle, an artifact, and the number in it, tagged `tag`, whose left edge is at `left` on a baseline of text in `size`. The number is
// copied as `text`.
std::vector<FrameItem> callout_mark(LayoutContext& context, int number, std::string_view text, Point left, Length size, TagId tag);

}  // namespace nbpublish
