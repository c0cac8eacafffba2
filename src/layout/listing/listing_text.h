// The lines of a listing, as they are looked at before any is set.
#pragma once

#include <cstdint>
#include <vector>

#include "document/document.h"
#include "highlight/highlight.h"

namespace nbpublish {

struct ListingText {
  std::vector<HighlightedLine> lines;  // blanks for tabs
  std::vector<std::uint32_t> ink;      // of the text before each line
};

// Without the empty lines at its end; tabs reach to the next multiple of `tab` columns.
ListingText listing_text(const CodeBlock& code, int tab);

// Columns of the widest line of what is drawn: lines between blank ones, of which one has box characters. Code or
// words beside a drawing wrap as elsewhere.
int widest_drawing(const std::vector<HighlightedLine>& lines);

// Lines [from, to) of `row_lines`, the line of each row, that are not blank: white alone makes no part of a listing.
int written_rows(const std::vector<HighlightedLine>& lines, const std::vector<std::size_t>& row_lines, std::size_t from, std::size_t to);

}  // namespace nbpublish
