// "Table: What it shows {#tbl:name}": the paragraph behind a table that is its caption.
#pragma once

#include <string>

#include "document/document.h"

namespace nbpublish {

// If the last block is a table without a caption and `paragraph` begins with "Table:", gives it to the
// table and returns true.
bool take_table_caption(Blocks& blocks, Inlines& paragraph);

// Takes "{#tbl:name}" off the caption's end and returns the name.
std::string take_label(Inlines& caption);

}  // namespace nbpublish
