// The rules below and through the text of a line.
#pragma once

#include <vector>

#include "frame/frame.h"
#include "layout/inline/paragraph_text.h"

namespace nbpublish {

// Adds those that the style asks for to what was set of a line: from x `from` to `to`, y from the baseline, for the block `node`.
void add_underlines(std::vector<FrameItem>& items, const InlineStyle& style, NodeId node, Length from, Length to);

// A mark may hang into the margin, the rule below it or through it not: that would be seen at once.
void end_underlines_at_edges(std::vector<FrameItem>& items, Length measure);

}  // namespace nbpublish
