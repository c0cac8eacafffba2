#include "layout/table/table_demand.h"

#include <algorithm>

#include "layout/table/table_look.h"

namespace nbpublish {
namespace {

constexpr std::size_t kMostMeasuredRows = 250;  // of which the texts are kept

}  // namespace

TableDemand demand_of(const Style& style, const Table& table, const CellLook& look, const CellFlow& cells) {
  TableDemand demand;
  std::vector<ColumnDemand>& columns = demand.columns;
  columns.resize(table.columns.size());
  demand.points = DecimalPoints(style, table, look, cells);
  const auto add = [&](const TableRow& row, bool head, bool keep) {
    std::vector<std::vector<CellText>> texts(columns.size());
    for (std::size_t c = 0; c < std::min(row.cells.size(), columns.size()); ++c) {
      CellDemand cell = cells.demand(row.cells[c], cell_look(style, look, table.columns[c], head));
      const Length behind = head ? Length{} : demand.points.room_behind(row.cells[c], c);
      cell.widths.least += behind;
      cell.widths.preferred += behind;
      for (CellText& text : cell.texts) text.indent += behind;
      columns[c].least = std::max(columns[c].least, cell.widths.least);
      columns[c].preferred = std::max({columns[c].preferred, cell.widths.preferred, cell.widths.least});
      columns[c].unwrapped = std::max(columns[c].unwrapped, cell.widths.unwrapped);
      texts[c] = std::move(cell.texts);
    }
    if (keep) demand.rows.push_back(std::move(texts));
  };
  add(table.head, true, true);
  const std::size_t step = table.rows.size() / kMostMeasuredRows + 1;
  for (std::size_t r = 0; r < table.rows.size(); ++r) add(table.rows[r], false, r % step == 0);
  return demand;
}

ColumnDemand TableDemand::sum(Length gap) const {
  ColumnDemand sum;
  for (const ColumnDemand& d : columns) {
    sum.least += d.least;
    sum.preferred += d.preferred;
  }
  const Length gaps = gap * static_cast<std::int64_t>(columns.empty() ? 0 : columns.size() - 1);
  return {sum.least + gaps, sum.preferred + gaps, {}};
}

}  // namespace nbpublish
