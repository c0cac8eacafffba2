// Terminal escape sequences: ECMA-48 control sequences, of which only SGR (select graphic rendition) is kept.
#pragma once

#include <string>
#include <vector>

#include "highlight/scanner.h"

namespace nbpublish {

struct TerminalText {
  std::string text;    // without sequences
  TokenList emphasis;  // AnsiBold and AnsiInverse stretches of `text`
  std::vector<OddEscape> odd;
};

// Takes every whole escape sequence out. Print has no terminal colours: bold and coloured text become AnsiBold,
// inverse and coloured ground AnsiInverse, the rest stays unmarked; sequences that say something else than how text looks are
// `odd`. So is an escape character without a whole sequence: it becomes its picture. Spelled-out forms such as \x1b[1m are
// text.
TerminalText read_terminal_text(std::string_view code);

// `code` with a picture for each escape character, all of which are `odd`.
std::string show_escapes(std::string_view code, std::vector<OddEscape>& odd);

// `tokens` with the emphasis laid over it.
TokenList overlay(const TokenList& tokens, const TokenList& emphasis);

}  // namespace nbpublish
