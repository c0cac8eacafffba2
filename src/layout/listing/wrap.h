// Wrapping of code lines.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "highlight/highlight.h"
#include "style/style.h"

namespace nbpublish {

// A visual line of a code line: bytes [begin, end), set `indent` columns in (0 for the first piece).
struct CodePiece {
  std::uint32_t begin = 0, end = 0;
  int indent = 0;
};

// Breaks `line` into pieces of at most `columns` columns (text/columns.h): at the last good place (after `, ; { ( [ && || => =` or a
// space, before `.` or `?`) in the last style.code_wrap_window columns, else at the column. Spaces at a
// break stay at the end of their piece and may pass the edge.
std::vector<CodePiece> wrap_code(std::string_view line, int columns, const Style& style);

// `line` with tabs expanded to style.code_tab columns.
std::string expand_tabs(std::string_view line, int tab);

// Expands the tabs of a line to the next multiple of `tab` columns. Of a highlighted line, because what its text no longer holds, as
// terminal sequences, takes no columns.
void expand_tabs(HighlightedLine& line, int tab);

}  // namespace nbpublish
