#include "layout/table/table_look.h"

#include <algorithm>

namespace nbpublish {
namespace {

TextStyle resized(TextStyle text, Length to, Length from) {
  text.size = text.size.scaled(to.units(), from.units());
  text.leading = text.leading.scaled(to.units(), from.units());
  return text;
}

Alignment alignment_of(ColumnAlignment column) {
  switch (column) {
    case ColumnAlignment::Right: return Alignment::Right;
    case ColumnAlignment::Center: return Alignment::Centered;
    default: return Alignment::Ragged;
  }
}

}  // namespace

CellLook table_look(const Style& style, bool smaller) {
  CellLook look{style.table, style.table_code, Alignment::Ragged};
  if (smaller && style.table_least_size < style.table.size)
    look = {resized(style.table, style.table_least_size, style.table.size), resized(style.table_code, style.table_least_size, style.table.size),
            Alignment::Ragged};
  return look;
}

CellLook cell_look(const Style& style, CellLook table, ColumnAlignment column, bool head) {
  table.alignment = alignment_of(column);
  if (head) table.text.weight = style.table_head_weight;
  return table;
}

std::vector<ColumnDemand> column_demands(const Style& style, const Table& table, const CellLook& look, const CellFlow& cells) {
  std::vector<ColumnDemand> demands(table.columns.size());
  const auto add = [&](const TableRow& row, bool head) {
    for (std::size_t c = 0; c < std::min(row.cells.size(), demands.size()); ++c) {
      const ColumnDemand cell = cells.demand(row.cells[c], cell_look(style, look, table.columns[c], head));
      demands[c].least = std::max(demands[c].least, cell.least);
      demands[c].preferred = std::max({demands[c].preferred, cell.preferred, cell.least});
      demands[c].unwrapped = std::max(demands[c].unwrapped, cell.unwrapped);
    }
  };
  add(table.head, true);
  for (const TableRow& row : table.rows) add(row, false);
  return demands;
}

ColumnDemand sum_of(const std::vector<ColumnDemand>& demands, Length gap) {
  ColumnDemand sum;
  for (const ColumnDemand& d : demands) {
    sum.least += d.least;
    sum.preferred += d.preferred;
  }
  const Length gaps = gap * static_cast<std::int64_t>(demands.empty() ? 0 : demands.size() - 1);
  return {sum.least + gaps, sum.preferred + gaps, {}};
}

}  // namespace nbpublish
