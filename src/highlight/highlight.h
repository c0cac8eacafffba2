// Code tokens for the languages of the book. Our own, small and tolerant: it colours, it does not judge.
#pragma once

#include <string_view>
#include <vector>

#include "highlight/token.h"

namespace nbpublish {

// Splits `code` into lines with tokens: one line more than it has line feeds; carriage returns before them
// are dropped. `language` is a fence's word in lower case; aliases (js, jsx, mjs, sh, yml, ...) are known; an
// unknown language gives Plain. State (comments, templates, heredocs) is carried over lines. Never fails;
// time is linear in the input.
std::vector<HighlightedLine> highlight(std::string_view code, std::string_view language);

// Those of a listing, in order: every escape character of program text.
std::vector<OddEscape> odd_escapes(std::string_view code, std::string_view language);

bool knows_language(std::string_view language);
// CSS class of the token in the ebook, such as "kw"; empty for Plain.
std::string_view css_class(TokenKind kind);

}  // namespace nbpublish
