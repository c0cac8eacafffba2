// Where a word may be divided, and at what price.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/hyphenator.h"

namespace nbpublish {

// What ending a line costs is in TeX's penalty units (a line's own badness is 100 where its spaces are stretched or shrunk to their
// limit). After a hyphen or dash that the author wrote: better than a division of ours, worse than a space.
inline constexpr int kExplicitHyphenPenalty = 30;

struct Division {
  std::uint32_t at;  // byte of the text
  int penalty;
  bool hyphen;  // a line that ends here shows one
};

// Where Unicode lets lines of a prose text begin.
class ProseBreaks {
 public:
  explicit ProseBreaks(std::string_view text);

  bool has(std::uint32_t at) const;
  // Those behind the first byte of [begin, end), in order.
  std::span<const std::uint32_t> inside(std::uint32_t begin, std::uint32_t end) const;

 private:
  std::vector<std::uint32_t> places_;  // in order
};

// Those of the phrase of code [begin, end) of the text, in order, no two at one place. `is_narrow`: in a column that names may be wider
// than.
std::vector<Division> code_divisions(std::string_view text, std::uint32_t begin, std::uint32_t end, bool is_narrow);
// Those of the word of prose [begin, end), which runs left to right, likewise. `hyphenator`: none = only where the author or Unicode
// lets it part.
std::vector<Division> prose_divisions(std::string_view text, std::uint32_t begin, std::uint32_t end, const ProseBreaks& breaks,
                                      Hyphenator* hyphenator);

// Of divisions that are in order, those in [begin, end).
std::span<const Division> divisions_between(std::span<const Division> divisions, std::uint32_t begin, std::uint32_t end);

}  // namespace nbpublish
