// pandoc's grid tables, taken apart: a frame of `+---+` lines, `+===+` below the head, blocks in the cells.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace nbpublish {

// Bytes [begin, end) of a line, blanks at the end left out.
struct GridLine {
  std::size_t line = 0, begin = 0, end = 0;
};
using GridCell = std::vector<GridLine>;
struct GridRow {
  std::vector<GridCell> cells;
};
struct GridTable {
  std::vector<ColumnAlignment> columns;  // from the colons of the frame below the head
  std::vector<GridRow> rows;
  bool has_head = false;  // the first row
  std::size_t lines = 0;  // that it takes
};

// Whether the line, from byte `offset` on, is a frame line: `+---+---+`.
bool is_grid_frame(std::string_view line, std::size_t offset);

// The table that begins with lines[0] at byte `offset`; empty if columns don't line up or no frame line ends it. Each
// later line begins with its first `|` or `+`.
std::optional<GridTable> read_grid_table(const std::vector<std::string_view>& lines, std::size_t offset);

}  // namespace nbpublish
