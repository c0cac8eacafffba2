// What the columns of a table ask for.
#pragma once

#include <vector>

#include "layout/table/cell.h"
#include "layout/table/decimal_points.h"

namespace nbpublish {

// What the columns ask for, and the texts of cells: rows of columns.
struct TableDemand {
  std::vector<ColumnDemand> columns;
  std::vector<std::vector<std::vector<CellText>>> rows;  // of some rows, evenly chosen, if there are many
  DecimalPoints points;
  // Sum of the columns and the gaps between them, where each has its least or what it prefers.
  ColumnDemand sum(Length gap) const;
};
TableDemand demand_of(const Style& style, const Table& table, const CellLook& look, const CellFlow& cells);

}  // namespace nbpublish
