// Character classes of programming languages. Bytes from 0x80 on count as letters: a token then never begins
// or ends inside a UTF-8 sequence, because every cut has an ASCII byte on at least one side.
#pragma once

#include "base/ascii.h"

namespace nbpublish {

constexpr bool is_word_letter(char c) { return is_letter(c) || static_cast<unsigned char>(c) >= 0x80; }
constexpr bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }
constexpr bool is_space(char c) { return is_blank(c) || c == '\n'; }
constexpr bool is_name_start(char c) { return is_word_letter(c) || c == '_'; }
constexpr bool is_name(char c) { return is_name_start(c) || is_digit(c); }
constexpr bool is_quote(char c) { return c == '"' || c == '\''; }

}  // namespace nbpublish
