// In which size a table is set, and what its columns ask for.
#pragma once

#include <vector>

#include "layout/table/cell.h"
#include "layout/table/decimal_points.h"

namespace nbpublish {

// The usual size, or the smaller one that is tried before words are broken; leading and code in proportion.
CellLook table_look(const Style& style, bool smaller);
// The look of a cell of the column, in the head or below it.
CellLook cell_look(const Style& style, CellLook table, ColumnAlignment column, bool head);

// What the columns ask for, and the texts of cells: rows of columns.
struct TableDemand {
  std::vector<ColumnDemand> columns;
  std::vector<std::vector<std::vector<CellText>>> rows;   // of some rows, evenly chosen, if there are many
  DecimalPoints points;
  // Sum of the columns and the gaps between them, where each has its least or what it prefers.
  ColumnDemand sum(Length gap) const;
};
TableDemand demand_of(const Style& style, const Table& table, const CellLook& look, const CellFlow& cells);

}  // namespace nbpublish
