// Character classes of programming languages. Bytes from 0x80 on count as letters: a token then never begins
// or ends inside a UTF-8 sequence, because every cut has an ASCII byte on at least one side.
#pragma once

namespace nbpublish {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_letter(char c) { return is_upper(c) || is_lower(c) || static_cast<unsigned char>(c) >= 0x80; }
constexpr bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }
constexpr bool is_space(char c) { return is_blank(c) || c == '\n'; }
constexpr bool is_name_start(char c) { return is_letter(c) || c == '_'; }
constexpr bool is_name(char c) { return is_name_start(c) || is_digit(c); }
constexpr bool is_quote(char c) { return c == '"' || c == '\''; }
constexpr char to_lower(char c) { return is_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c; }

}  // namespace nbpublish
