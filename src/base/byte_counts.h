// ByteCounts: how many bytes of one kind stand before any place of a text.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace nbpublish {

constexpr bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }  // in UTF-8

// One pass over the text when it is made, constant time for each question: a line or a paragraph may be long, and each of its bytes be
// asked for. `Kind` is a function of a char. The text is not kept; it must be the same at each question.
template <auto Kind>
class ByteCounts {
 public:
  ByteCounts() = default;
  explicit ByteCounts(std::string_view text) {
    std::uint32_t count = 0;
    for (std::size_t at = 0; at < text.size(); at += kStep) {
      counts_.push_back(count);
      count += count_in(text.substr(at, kStep));
    }
  }

  // Of the first `offset` bytes.
  std::uint32_t before(std::string_view text, std::size_t offset) const {
    if (counts_.empty()) return 0;
    const std::size_t step = std::min(offset / kStep, counts_.size() - 1);
    return counts_[step] + count_in(text.substr(step * kStep, offset - step * kStep));
  }

 private:
  static constexpr std::size_t kStep = 256;
  static std::uint32_t count_in(std::string_view text) { return static_cast<std::uint32_t>(std::ranges::count_if(text, Kind)); }

  std::vector<std::uint32_t> counts_;  // before each step
};

}  // namespace nbpublish
