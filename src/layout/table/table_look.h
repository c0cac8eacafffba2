// In which size a table is set.
#pragma once

#include "layout/table/cell.h"

namespace nbpublish {

// The usual size, or the smaller one that is tried before words are broken; leading and code in proportion.
CellLook table_look(const Style& style, bool smaller);
// The look of a cell of the column, in the head or below it.
CellLook cell_look(const Style& style, CellLook table, ColumnAlignment column, bool head);

}  // namespace nbpublish
