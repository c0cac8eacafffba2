// Wrapping of code lines.
#pragma once

#include <string_view>
#include <vector>

#include "highlight/highlight.h"
#include "layout/listing/code_piece.h"
#include "style/style.h"

namespace nbpublish {

// Breaks a line into pieces of at most `columns` columns (text/columns.h), where a programmer would: a comment behind code moves whole to
// a row of its own, comments are filled anew (layout/listing/comment_fill.h), code breaks where the fewest brackets are open
// (layout/listing/break_costs.h), in the last style.code_wrap_window columns if that costs no bracket more. What goes on has 8 columns
// at least and is more than brackets and quotation marks, unless nothing else is possible. Blanks at a break stay at the end of their
// piece and may pass the edge.
std::vector<CodePiece> wrap_code(const HighlightedLine& line, int columns, const Style& style);

// `line` with tabs expanded to style.code_tab columns.
std::string expand_tabs(std::string_view line, int tab);

// Expands the tabs of a line to the next multiple of `tab` columns. Of a highlighted line, because what its text no longer holds, as
// terminal sequences, takes no columns.
void expand_tabs(HighlightedLine& line, int tab);

}  // namespace nbpublish
