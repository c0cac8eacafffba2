// Line setting: the items of one line become glyph runs, rules and link areas.
#pragma once

#include <vector>

#include "layout/inline/line_breaker.h"
#include "layout/inline/paragraph_rules.h"
#include "layout/inline/paragraph_text.h"
#include "layout/inline/set_line.h"

namespace nbpublish {

// Sets one line of the way in which the items were broken. `first`: it is the paragraph's first, and indented as that is.
SetLine set_line(LayoutContext& context, const ParagraphText& text, const std::vector<InlineItem>& items, const BrokenLine& line,
                 const ParagraphRules& rules, bool first);

}  // namespace nbpublish
