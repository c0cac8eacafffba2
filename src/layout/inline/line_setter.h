// Line setting: the items of one line become glyph runs, rules and link areas.
#pragma once

#include <vector>

#include "layout/inline/paragraph.h"

namespace nbpublish {

SetLine set_line(LayoutContext& context, const ParagraphText& text, const std::vector<InlineItem>& items,
                 const BrokenLine& line, const ParagraphRules& rules, bool first);

}  // namespace nbpublish
