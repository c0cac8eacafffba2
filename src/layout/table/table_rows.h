// Rows of a table from the pieces of its cells.
#pragma once

#include "layout/table/cell_pieces.h"

namespace nbpublish {

// A cell's pieces, and where its column begins.
struct CellColumn {
  Length left;
  std::vector<CellPiece> pieces;
};

// One row where no cell has more than one piece. Else slices between which a page may end: each holds of every cell what
// fits beside the highest of the next pieces. `pad` stands above the first and below the last.
std::vector<GalleyRow> slices_of(std::vector<CellColumn> cells, Length pad, Length least_height);

}  // namespace nbpublish
