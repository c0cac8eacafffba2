// Where the cells of a pipe table's row stand.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace nbpublish {

struct CellRange {
  std::size_t begin = 0, end = 0;  // bytes of the line, blanks around the content left out
};

// GFM section 4.10: cells end at every pipe that no backslash escapes, also inside code spans. `offset`
// is where the row's content begins, behind the marks of containers.
std::vector<CellRange> cells_of_row(std::string_view line, std::size_t offset);

}  // namespace nbpublish
