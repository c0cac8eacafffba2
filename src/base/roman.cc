#include "base/roman.h"

#include <algorithm>
#include <array>
#include <utility>

namespace nbpublish {
namespace {

constexpr std::array<std::pair<std::int64_t, std::string_view>, 13> kParts{{{1000, "m"},
                                                                            {900, "cm"},
                                                                            {500, "d"},
                                                                            {400, "cd"},
                                                                            {100, "c"},
                                                                            {90, "xc"},
                                                                            {50, "l"},
                                                                            {40, "xl"},
                                                                            {10, "x"},
                                                                            {9, "ix"},
                                                                            {5, "v"},
                                                                            {4, "iv"},
                                                                            {1, "i"}}};

}  // namespace

std::string roman(std::int64_t number) {
  std::string text;
  for (const auto& [value, letters] : kParts)
    for (; number >= value; number -= value) text += letters;
  return text;
}

std::string capital_roman(std::int64_t number) {
  std::string text = roman(number);
  std::ranges::transform(text, text.begin(), [](char c) { return static_cast<char>(c - 'a' + 'A'); });
  return text;
}

// Greedy, and then written again.
std::int64_t roman_value(std::string_view text) {
  std::int64_t number = 0;
  std::string_view rest = text;
  for (const auto& [value, letters] : kParts)
    for (; rest.starts_with(letters) && number <= kLargestRoman; rest.remove_prefix(letters.size())) number += value;
  return rest.empty() && number <= kLargestRoman && roman(number) == text ? number : 0;
}

}  // namespace nbpublish
