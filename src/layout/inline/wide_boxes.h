// Last resort for pieces that are wider than the measure.
#pragma once

#include <vector>

#include "layout/inline/inline_item.h"
#include "layout/inline/paragraph_rules.h"
#include "layout/inline/paragraph_text.h"

namespace nbpublish {

// Divides every unbreakable run of boxes that is wider than the measure at its no-break spaces, and where that is not
// enough between its characters, with one `overfull-line` diagnostic at its source. Only keys and pictures stick out.
void divide_wide_boxes(LayoutContext& context, const ParagraphText& text, std::vector<InlineItem>& items, const ParagraphRules& rules);

}  // namespace nbpublish
