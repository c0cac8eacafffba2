// What stands at a byte of a text. Nearly all text is ASCII, and is asked for letter by letter.
#pragma once

#include <unicode/uchar.h>

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/ascii.h"
#include "base/utf8.h"

namespace nbpublish {

// `at` is the first byte of a character in all of these.
inline bool is_ascii_at(std::string_view text, std::uint32_t at) { return static_cast<unsigned char>(text[at]) < 0x80; }
inline char32_t code_point_at(std::string_view text, std::uint32_t at) {
  if (is_ascii_at(text, at)) return static_cast<char32_t>(text[at]);
  std::size_t pos = at;
  return next_code_point(text, pos);
}
inline bool is_letter_at(std::string_view text, std::uint32_t at) {
  return is_ascii_at(text, at) ? is_letter(text[at]) : u_isalpha(static_cast<UChar32>(code_point_at(text, at))) != 0;
}
inline bool is_digit_at(std::string_view text, std::uint32_t at) { return u_isdigit(static_cast<UChar32>(code_point_at(text, at))) != 0; }
// In bytes.
inline std::uint32_t length_at(std::string_view text, std::uint32_t at) {
  if (is_ascii_at(text, at)) return 1;
  std::size_t pos = at;
  next_code_point(text, pos);
  return static_cast<std::uint32_t>(pos - at);
}
// Of [begin, end), which is not empty.
inline char32_t last_code_point(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  std::uint32_t at = end - 1;
  while (at > begin && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return code_point_at(text, at);
}

}  // namespace nbpublish
