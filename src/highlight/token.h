// Tokens: what the stretches of a listing are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
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

// An escape character that is more, or less, than a colour or weight of terminal output.
struct OddEscape {
  std::size_t at = 0, length = 1;  // bytes of the code
  bool is_shown = true;            // as ␛; else the whole sequence is left out
};

}  // namespace nbpublish
