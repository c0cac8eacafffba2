// Comments too long for a line, set anew as a programmer would: over lines of nearly equal length, each with the comment's mark.
#pragma once

#include <vector>

#include "layout/listing/code_characters.h"
#include "layout/listing/code_piece.h"

namespace nbpublish {

// Pieces for the characters [begin, end) of a line, which are a comment and the blanks before it; the first stands at `indent` columns.
// As few as `columns` hold, the longest as short as may be. The others stand below the first one's words, the comment's mark as a ghost
// before them ("// ", "# ", "* "); those of a comment with another mark, or none, stand at `turnover` columns.
std::vector<CodePiece> fill_comment(const CodeCharacters& characters, int begin, int end, int indent, int turnover, int columns);

}  // namespace nbpublish
