// Terminal escape sequences: ECMA-48 control sequences, of which only SGR (select graphic rendition) is kept.
#pragma once

#include <string>

#include "highlight/scanner.h"

namespace nbpublish {

struct TerminalText {
  std::string text;    // without escapes
  TokenList emphasis;  // AnsiBold and AnsiInverse stretches of `text`
};

// Takes every escape sequence out. Print has no terminal colours: bold and coloured text become AnsiBold,
// inverse and coloured ground AnsiInverse, the rest stays unmarked. Spelled-out forms such as \x1b[1m are
// text.
TerminalText read_terminal_text(std::string_view code);

// `tokens` with the emphasis laid over it.
TokenList overlay(const TokenList& tokens, const TokenList& emphasis);

}  // namespace nbpublish
