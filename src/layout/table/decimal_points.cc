#include "layout/table/decimal_points.h"

#include <algorithm>

#include "document/cell_number.h"
#include "layout/table/table_look.h"

namespace nbpublish {
namespace {

std::size_t longest_decimals(const Table& table, std::size_t column) {
  std::size_t longest = 0;
  for (const TableRow& row : table.rows) {
    const auto decimals = column < row.cells.size() ? decimals_of(row.cells[column]) : std::nullopt;
    if (decimals) longest = std::max(longest, decimals->size());
  }
  return longest;
}

Length width_of(const std::string& words, const CellLook& look, const CellFlow& cells) {
  TableCell cell;
  cell.blocks = {{0, {}, Paragraph{{{{}, Text{words}}}}}};
  return cells.demand(cell, look).widths.preferred;
}

}  // namespace

DecimalPoints::DecimalPoints(const Style& style, const Table& table, const CellLook& look, const CellFlow& cells)
    : widths_(table.columns.size()) {
  for (std::size_t c = 0; c < widths_.size(); ++c) {
    const std::size_t longest = table.columns[c] == ColumnAlignment::Right ? longest_decimals(table, c) : 0;
    for (std::size_t length = 0; longest > 0 && length <= longest; ++length)
      widths_[c].push_back(
          length == 0 ? Length{} : width_of("." + std::string(length - 1, '0'), cell_look(style, look, table.columns[c], false), cells));
  }
}

Length DecimalPoints::room_behind(const TableCell& cell, std::size_t column) const {
  if (column >= widths_.size() || widths_[column].empty()) return {};
  const auto decimals = decimals_of(cell);
  return decimals ? widths_[column].back() - widths_[column][decimals->size()] : Length{};
}

}  // namespace nbpublish
