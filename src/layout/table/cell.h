// What tables need to know of their cells: how wide they want to be, and how they look in a width.
#pragma once

#include "document/document.h"
#include "layout/galley/galley.h"
#include "layout/inline/text_pieces.h"
#include "layout/table/column_widths.h"

namespace nbpublish {

struct CellLook {
  TextStyle text, code;
  Alignment alignment = Alignment::Ragged;
  bool words_break = false;  // the table was told to be too wide: no word of it needs to be
};

// What of a cell is set in lines of its column.
struct CellText {
  std::vector<TextPiece> pieces;
  Length indent;  // how much narrower than the column they are
  Length leading;
};

// What a cell asks for, and what makes its height.
struct CellDemand {
  ColumnDemand widths;
  std::vector<CellText> texts;
};

// Sets what cells hold. Implemented by layout/flow, which knows all kinds of blocks.
class CellFlow {
 public:
  virtual ~CellFlow() = default;
  // Sets nothing: no tags, no diagnostics.
  virtual CellDemand demand(const TableCell& cell, const CellLook& look) const = 0;
  // The cell's blocks as a column of their own, `width` wide from x = 0, on tags below `tag`.
  virtual Galley flow(const TableCell& cell, const CellLook& look, Length width, TagId tag) const = 0;
};

}  // namespace nbpublish
