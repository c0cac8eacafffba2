// Tables: cells set in columns that fit their content, split between and, where they are high, inside rows; the head repeated.
#pragma once

#include "layout/table/cell.h"

namespace nbpublish {

struct TableRules {
  Length left, measure;
  int group = -1;
  TagId parent = kRootTag;
  Length page_height{};  // of the page that the table stands on; the style's if none is given
};

// Appends a group with the table's rows to `galley`. A table that does not fit is set smaller (`table-smaller`); if its
// words are too wide even so, they are broken (`table-too-wide`). A head that is higher than half a page is not repeated
// (`table-head`).
void add_table(LayoutContext& context, const Table& table, const Block& block, const TableRules& rules, const CellFlow& cells,
               Galley& galley);

// Whether the table fits without breaking words, smaller if need be.
bool table_fits(const Style& style, const Table& table, const CellFlow& cells, Length measure);

// What the table would ask for as the content of a column: of a table in a cell. Its height is a guess.
CellDemand table_demand(const Style& style, const Table& table, const CellFlow& cells);

}  // namespace nbpublish
