// 10-20: when a hyphen between two numbers means "to".
#include <array>
#include <string>
#include <string_view>

#include "source/smart_dashes.h"

namespace nbpublish {
namespace {

using Index = std::ptrdiff_t;

// After these a number with a hyphen is a name.
constexpr std::array<std::string_view, 16> kNamedBefore = {"ISO", "IEC",  "IEEE", "RFC",    "CVE",   "ECMA",    "ANSI", "POSIX",
                                                           "PEP", "ISBN", "ISSN", "Figure", "Table", "Listing", "UTF",  "RS"};

bool is_token(char32_t c) {
  return is_prose_word(c) || c == '-' || c == '.' || c == ',' || c == '_' || c == '/' || c == '#' || c == '@' || c == '=' || c == '\\' ||
         c == '%' || c == 0xB5 || c == '+' || c == ':';
}

// One side of a range: digits with thousands and decimals, and up to three letters of a unit.
struct Side {
  bool valid = false;
  double value = 0;
  int digits = 0;
  bool plain = true;  // digits only
};

Side read_side(std::u32string_view text) {
  Side side;
  std::string number;
  std::size_t i = 0;
  for (; i < text.size() && (is_prose_digit(text[i]) || text[i] == '.' || text[i] == ','); ++i) {
    side.plain &= is_prose_digit(text[i]);
    if (text[i] == ',') continue;
    side.digits += text[i] != '.';
    number += static_cast<char>(text[i]);
  }
  const std::size_t letters = text.size() - i;
  for (; i < text.size(); ++i)
    if (!is_prose_letter(text[i]) && text[i] != '%' && text[i] != 0xB5) return side;
  const bool leading_zero = number.size() > 1 && number[0] == '0' && number[1] != '.';
  const bool one_point = number.find('.') == number.rfind('.') && !number.starts_with('.') && !number.ends_with('.');
  side.valid = side.digits > 0 && side.digits <= 9 && letters <= 3 && !leading_zero && one_point;
  side.plain &= letters == 0;
  if (side.valid) side.value = std::stod(number);
  return side;
}

// 555-0199, or a number behind an area code: (212) 736-5000.
bool is_phone(const Prose& prose, Index begin, std::u32string_view left, std::u32string_view right) {
  if (left.size() != 3 || right.size() != 4) return false;
  return left == U"555" || (prose.at(begin - 1) == ' ' && prose.at(begin - 2) == ')');
}

bool is_range(std::u32string_view left, std::u32string_view right) {
  const Side from = read_side(left), to = read_side(right);
  if (!from.valid || !to.valid) return false;
  // 64KB-1MB rises although 64 > 1.
  return from.value < to.value || !from.plain;
}

bool is_named(const Prose& prose, Index token_begin) {
  Index end = token_begin;
  while (prose.at(end - 1) == ' ' || prose.at(end - 1) == kNoBreakSpace) --end;
  Index begin = end;
  while (is_prose_letter(prose.at(begin - 1))) --begin;
  std::string word;
  for (Index i = begin; i < end && word.size() < 16; ++i) word += prose.at(i) < 0x80 ? static_cast<char>(prose.at(i)) : '?';
  for (const std::string_view name : kNamedBefore)
    if (word == name) return true;
  return false;
}

void set_range_in(Prose& prose, Index begin, Index end) {
  while (end > begin && (prose.at(end - 1) == '.' || prose.at(end - 1) == ',' || prose.at(end - 1) == ':')) --end;
  std::u32string token;
  for (Index i = begin; i < end; ++i) token += prose.at(i);
  const std::size_t hyphen = token.find('-');
  if (hyphen == token.npos || token.find('-', hyphen + 1) != token.npos) return;
  const std::u32string_view view = token;
  const std::u32string_view left = view.substr(0, hyphen), right = view.substr(hyphen + 1);
  if (is_range(left, right) && !is_phone(prose, begin, left, right) && !is_named(prose, begin))
    prose.set(begin + static_cast<Index>(hyphen), kEnDash);
}

}  // namespace

void set_number_ranges(Prose& prose) {
  const Index size = static_cast<Index>(prose.size());
  for (Index i = 0; i < size;) {
    if (!is_token(prose.at(i))) {
      ++i;
      continue;
    }
    Index end = i;
    while (end < size && is_token(prose.at(end))) ++end;
    set_range_in(prose, i, end);
    i = end;
  }
}

}  // namespace nbpublish
