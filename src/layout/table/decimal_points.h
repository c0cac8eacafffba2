// Decimal points of right-aligned columns, one below the other.
// note [decimal points]: a number ends as far from its column's right edge as the decimals are wide that it lacks to the column's
// longest. That is exact because digits in tables are of one width.
#pragma once

#include <vector>

#include "layout/table/cell.h"

namespace nbpublish {

class DecimalPoints {
 public:
  DecimalPoints() = default;
  DecimalPoints(const Style& style, const Table& table, const CellLook& look, const CellFlow& cells);
  // Between the text of a cell below the head and the right edge of its column.
  Length room_behind(const TableCell& cell, std::size_t column) const;

 private:
  std::vector<std::vector<Length>> widths_;  // of each column: of decimals so long, with their point; empty if it has none
};

}  // namespace nbpublish
