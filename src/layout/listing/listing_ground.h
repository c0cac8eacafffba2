// What is drawn around a listing's code: ground, rule, title, and the hook of a line that goes on.
#pragma once

#include <string>
#include <vector>

#include "layout/galley/galley.h"
#include "layout/listing/listing_rules.h"

namespace nbpublish {

// The drawn hook of a continuation: down and to the right, in the indent before the code that begins at `right`; never copied.
Path continuation_hook(Length right, Length baseline);

// The file name over the code: in a row of its own, with a band and, closely above the code's letters, a rule, unless it is in a cell.
struct TitleRow {
  std::string title;
  Length indent;  // of the code
  Length leading;
  NodeId node = 0;

  Length baseline() const { return leading - leading.scaled(0.40); }
};
// Its items, y from the row's top.
std::vector<FrameItem> title_items(const LayoutContext& context, const ListingRules& rules, const TitleRow& row, TagId tag);

// Ground, rule and, where the listing goes on, the title once more. A row without words: no title. `caption` is the height of what stands
// in the group before the ground.
GroupPainter listing_ground(const LayoutContext& context, const ListingRules& rules, const TitleRow& row, Length caption);

}  // namespace nbpublish
