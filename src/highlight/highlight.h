// Code tokens for the languages of the book. Our own, small and tolerant: it colours, it does not judge.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nbpublish {

// What a stretch of code is, as the style's colour and weight table knows it.
enum class TokenKind : std::uint8_t {
  // clang-format off
  Plain, Keyword, String, Number, Comment, Function, Type, Property,
  Punctuation,              // set as plain; kept apart so that break points can be found
  Prompt, Command, Output,  // consoles: `$ `, typed text, what the program printed
  Added, Removed,           // diffs
  AnsiBold, AnsiInverse,    // ANSI: emphasis of the terminal
  // clang-format on
};

struct Token {
  TokenKind kind{};
  std::uint32_t begin = 0, end = 0;  // bytes of the line
};

struct HighlightedLine {
  std::string text;           // without its line feed; terminal sequences are taken out, other escape characters are ␛
  std::vector<Token> tokens;  // sorted, no overlap, cover the whole text
};

// Splits `code` into lines with tokens: one line more than it has line feeds; carriage returns before them
// are dropped. `language` is a fence's word in lower case; aliases (js, jsx, mjs, sh, yml, ...) are known; an
// unknown language gives Plain. State (comments, templates, heredocs) is carried over lines. Never fails;
// time is linear in the input.
std::vector<HighlightedLine> highlight(std::string_view code, std::string_view language);

// An escape character that is more, or less, than a colour or weight of terminal output.
struct OddEscape {
  std::size_t at = 0, length = 1;  // bytes of the code
  bool is_shown = true;            // as ␛; else the whole sequence is left out
};
// Those of a listing, in order: every escape character of program text.
std::vector<OddEscape> odd_escapes(std::string_view code, std::string_view language);

bool knows_language(std::string_view language);
// CSS class of the token in the ebook, such as "kw"; empty for Plain.
std::string_view css_class(TokenKind kind);

}  // namespace nbpublish
