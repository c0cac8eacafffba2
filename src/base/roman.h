// Roman numerals.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace nbpublish {

inline constexpr std::int64_t kLargestRoman = 3999;

// "xii" and "XII" for 12. Empty below 1; above kLargestRoman as many M as it takes: what may be so large is the caller's to cut.
std::string roman(std::int64_t number);
std::string capital_roman(std::int64_t number);

// The number of a lower-case numeral; 0 for what is none or is not spelt as roman() spells it.
std::int64_t roman_value(std::string_view text);

}  // namespace nbpublish
