// From the text of a paragraph to its items.
#pragma once

#include <vector>

#include "layout/inline/inline_item.h"
#include "layout/inline/paragraph_text.h"

namespace nbpublish {

// How the spaces of a paragraph give.
struct SpaceRules {
  double shrink = 0.8, stretch = 1.45;  // as multiples of the natural space
  bool hyphenate = true;
  Length hang_limit;       // nothing hangs further into the margin
  bool is_narrow = false;  // a column that names of code may be wider than: they part more readily
};

std::vector<InlineItem> make_items(LayoutContext& context, const ParagraphText& text, const SpaceRules& rules);

}  // namespace nbpublish
