// Text that runs in both directions: the Unicode bidirectional algorithm (UAX 9), by ICU.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace nbpublish {

// Embedding levels of a paragraph: even ones run left to right, odd ones right to left.
struct BidiLevels {
  std::uint8_t paragraph = 0;          // of the paragraph itself, by its first strong character
  std::vector<std::uint8_t> of_bytes;  // one for each byte of the text; empty where all of them are 0

  std::uint8_t at(std::size_t byte) const { return byte < of_bytes.size() ? of_bytes[byte] : 0; }
};

// A stretch of bytes that is ordered by itself and does not touch what is around it, as code in prose.
using BidiIsolate = std::pair<std::uint32_t, std::uint32_t>;

// `isolates`, code, are in order and apart, ordered as text/right_to_left.h says. Linear in the text; at once where nothing in it runs
// right to left.
BidiLevels bidi_levels(std::string_view text, std::span<const BidiIsolate> isolates = {});

// The pieces of a line, of the given levels, from left to right (rule L2).
std::vector<std::size_t> visual_order(std::span<const std::uint8_t> levels);

}  // namespace nbpublish
