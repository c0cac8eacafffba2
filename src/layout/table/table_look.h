// In which size a table is set, and what its columns ask for.
#pragma once

#include <vector>

#include "layout/table/cell.h"

namespace nbpublish {

// The usual size, or the smaller one that is tried before words are broken; leading and code in proportion.
CellLook table_look(const Style& style, bool smaller);
// The look of a cell of the column, in the head or below it.
CellLook cell_look(const Style& style, CellLook table, ColumnAlignment column, bool head);

std::vector<ColumnDemand> column_demands(const Style& style, const Table& table, const CellLook& look, const CellFlow& cells);
// Sum of the columns and the gaps between them, where each has its least or what it prefers.
ColumnDemand sum_of(const std::vector<ColumnDemand>& demands, Length gap);

}  // namespace nbpublish
