// Colours as they are written: "#014A75".
#pragma once

#include <charconv>
#include <optional>
#include <string_view>

#include "base/colour.h"

namespace nbpublish {

// Nothing if the text is not a # and six hexadecimal digits.
inline std::optional<Rgb> parse_colour(std::string_view text) {
  if (text.size() != 7 || text.front() != '#') return std::nullopt;
  std::uint32_t bits = 0;
  const char* end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data() + 1, end, bits, 16);
  if (error != std::errc{} || stopped != end) return std::nullopt;
  const auto byte = [&](int shift) { return static_cast<std::uint8_t>(bits >> shift); };
  return Rgb{byte(16), byte(8), byte(0)};
}

}  // namespace nbpublish
