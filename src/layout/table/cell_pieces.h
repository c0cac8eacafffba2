// Cells cut into pieces that no page break parts.
#pragma once

#include <vector>

#include "layout/galley/galley.h"

namespace nbpublish {

// What stands together in a cell: items, links and places from the piece's top and the cell's left edge.
struct CellPiece {
  Length height;
  Length baseline;  // of its first line of text; zero if it has none
  std::vector<FrameItem> items;
  std::vector<LinkArea> links;
  std::vector<NamedPlace> places;
  std::vector<std::uint32_t> notes;
};

// All of the cell in one piece; a line of white in it is `white` high.
CellPiece whole_cell(const Galley& cell, Length white);
// Pieces one below the other, whose heights add up to the whole cell's. Lines that belong together and what stands in a
// frame are one piece as long as that is no higher than `most`; a frame that is higher is not drawn.
std::vector<CellPiece> cut_cell(const Galley& cell, Length white, Length most);

}  // namespace nbpublish
