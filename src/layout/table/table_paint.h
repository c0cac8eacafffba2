// Rules and the repeated head of a table.
#pragma once

#include "document/document.h"
#include "layout/galley/galley.h"

namespace nbpublish {

struct TablePaint {
  Length left, width;
  Length caption_height;        // of the rows above the first rule
  Length head_height;           // none if the head is not repeated
  Length split_pad;             // between a rule and the row that a page break splits
  std::vector<FrameItem> head;  // y from the head's top
};

// Gives the group rules above and below the head and at the table's end and, on each further page, "Table 3.2 (continued)"
// and the head once more, as artifacts. Returns the room that these need there.
Length set_table_painter(LayoutContext& context, const Table& table, NodeId node, TablePaint paint, GalleyGroup& group);

}  // namespace nbpublish
