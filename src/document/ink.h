// Places in a text that stay the same however its white space is set.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace nbpublish {

constexpr bool is_blank_byte(char c) { return c == ' ' || c == '\t' || c == '\n'; }

constexpr bool is_ink(char c) { return !is_blank_byte(c); }

// Bytes that are no blanks.
inline std::uint32_t count_ink(std::string_view text) { return static_cast<std::uint32_t>(std::ranges::count_if(text, is_ink)); }

}  // namespace nbpublish
