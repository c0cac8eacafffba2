// From tokens of a whole listing to the tokens of its lines.
#pragma once

#include "highlight/scanner.h"

namespace nbpublish {

// One line more than `text` has line feeds; a carriage return before a line feed is dropped. Gaps between
// tokens become Plain, tokens that run over a line feed are cut there.
std::vector<HighlightedLine> split_lines(std::string_view text, const TokenList& tokens);

}  // namespace nbpublish
