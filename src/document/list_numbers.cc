#include "document/list_numbers.h"

#include "base/roman.h"

namespace nbpublish {
namespace {

std::string letters(std::int64_t number, char first) {
  std::string out;
  for (; number > 0; number = (number - 1) / 26) out.insert(out.begin(), static_cast<char>(first + (number - 1) % 26));
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
  return numbering == ListNumbering::LowerRoman ? roman(number) : capital_roman(number);
}

std::vector<std::string> item_labels(const List& list) {
  std::vector<std::string> labels;
  for (const std::int64_t number : item_numbers(list))
    labels.push_back(number_text(list.numbering, number) + (list.parenthesis ? ")" : "."));
  return labels;
}

}  // namespace nbpublish
