#include "document/list_numbers.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace nbpublish {
namespace {

constexpr std::int64_t kLargestRoman = 3999;

std::string letters(std::int64_t number, char first) {
  std::string out;
  for (; number > 0; number = (number - 1) / 26) out.insert(out.begin(), static_cast<char>(first + (number - 1) % 26));
  return out;
}

std::string roman(std::int64_t number) {
  static constexpr std::array<std::pair<int, std::string_view>, 13> kParts{{{1000, "M"},
                                                                            {900, "CM"},
                                                                            {500, "D"},
                                                                            {400, "CD"},
                                                                            {100, "C"},
                                                                            {90, "XC"},
                                                                            {50, "L"},
                                                                            {40, "XL"},
                                                                            {10, "X"},
                                                                            {9, "IX"},
                                                                            {5, "V"},
                                                                            {4, "IV"},
                                                                            {1, "I"}}};
  std::string out;
  for (const auto& [value, part] : kParts)
    for (; number >= value; number -= value) out += part;
  return out;
}

}  // namespace

std::vector<std::int64_t> item_numbers(const List& list) {
  std::vector<std::int64_t> numbers;
  std::int64_t next = list.start;
  for (const ListItem& item : list.items) {
    if (item.number) next = *item.number;
    numbers.push_back(next);
    next += list.reversed ? -1 : 1;
  }
  return numbers;
}

std::string number_text(ListNumbering numbering, std::int64_t number) {
  const bool is_roman = numbering == ListNumbering::LowerRoman || numbering == ListNumbering::UpperRoman;
  if (numbering <= ListNumbering::Decimal || number < 1 || (is_roman && number > kLargestRoman)) return std::to_string(number);
  if (!is_roman) return letters(number, numbering == ListNumbering::LowerAlpha ? 'a' : 'A');
  std::string text = roman(number);
  if (numbering == ListNumbering::LowerRoman)
    std::ranges::transform(text, text.begin(), [](char c) { return static_cast<char>(c - 'A' + 'a'); });
  return text;
}

std::vector<std::string> item_labels(const List& list) {
  std::vector<std::string> labels;
  for (const std::int64_t number : item_numbers(list))
    labels.push_back(number_text(list.numbering, number) + (list.parenthesis ? ")" : "."));
  return labels;
}

}  // namespace nbpublish
