// One visual line of code as glyph runs.
#pragma once

#include "highlight/highlight.h"
#include "layout/inline/context.h"
#include "layout/listing/wrap.h"

namespace nbpublish {

struct CodeLook {
  Length size;
  Length left;  // of column 0
  TagId tag = kArtifact;
  NodeId node = 0;
  std::uint32_t ink = 0;  // of the block's text before the line
};

// The piece's tokens at baseline 0. Tokens of one look are one run; spaces join the run before them.
std::vector<FrameItem> set_code_piece(LayoutContext& context, const HighlightedLine& line, const CodePiece& piece, const CodeLook& look);

// Advance of one column at `size`.
Length column_width(const LayoutContext& context, Length size);

}  // namespace nbpublish
