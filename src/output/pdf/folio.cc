#include "output/pdf/folio.h"

#include <array>
#include <charconv>
#include <utility>

namespace nbpublish {
namespace {

constexpr std::array<std::pair<int, std::string_view>, 13> kRoman{{{1000, "m"},
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
constexpr int kMostRoman = 3999;

std::string roman(int number) {
  std::string text;
  for (const auto& [value, letters] : kRoman) {
    for (; number >= value; number -= value) text += letters;
  }
  return text;
}

// Greedy; whether the spelling is the usual one is for the caller to see by writing it again.
int roman_value(std::string_view text) {
  int number = 0;
  for (const auto& [value, letters] : kRoman) {
    for (; text.starts_with(letters) && number <= kMostRoman; text.remove_prefix(letters.size())) number += value;
  }
  return text.empty() ? number : 0;
}

}  // namespace

Folio parse_folio(std::string_view label) {
  int number = 0;
  const auto [end, error] = std::from_chars(label.data(), label.data() + label.size(), number);
  if (error == std::errc() && number > 0 && std::to_string(number) == label) return {FolioStyle::Decimal, number};
  number = roman_value(label);
  if (number > 0 && number <= kMostRoman && roman(number) == label) return {FolioStyle::Roman, number};
  return {};
}

}  // namespace nbpublish
