// The pieces between which a text's lines may end: enough to know how wide it must be, and how high it is in any width,
// without setting it.
#pragma once

#include <vector>

#include "layout/inline/paragraph_text.h"

namespace nbpublish {

struct TextPiece {
  Length width;            // of what no line break parts
  Length space;            // behind it, dropped at a line's end
  bool ends_line = false;  // whatever the width is
  bool cuts_word = false;  // a line that ends behind it parts a name or an address
};

// The last piece ends a line.
std::vector<TextPiece> text_pieces(LayoutContext& context, const ParagraphText& text);

// Width of the text on one line, and of its widest piece.
Length natural_width(const std::vector<TextPiece>& pieces);
Length least_width(const std::vector<TextPiece>& pieces);

struct LineCount {
  int lines = 0;
  int cuts = 0;  // lines that end in a name or an address
};
// Lines filled one after the other. A piece that is wider than the measure goes over several.
LineCount count_lines(const std::vector<TextPiece>& pieces, Length measure);

}  // namespace nbpublish
