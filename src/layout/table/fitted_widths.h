// Column widths that make a table low.
// note [column widths]: CSS 2.1 shares what columns still want in proportion, which starves a short column beside a long
// one. Here columns that ask for little have what they ask for, and the rest is shared so that the rows are low and names
// are not parted: a search over shares, with the heights that the cells' texts would have, as Hurst, Li and Albitz
// ("Review of automatic document formatting", 2009) describe the problem.
#pragma once

#include "layout/table/table_demand.h"

namespace nbpublish {

// Widths whose sum never passes `available`; no column gets less than column_widths() secures, or more than it prefers.
// `line` is the height of a line of text.
std::vector<Length> fitted_widths(const TableDemand& demand, Length available, Length floor, Length line);

}  // namespace nbpublish
