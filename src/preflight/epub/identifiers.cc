#include "preflight/epub/identifiers.h"

#include <algorithm>
#include <string>

#include "base/ascii.h"

namespace nbpublish {
namespace {

bool is_isbn_13(std::string_view digits) {
  if (!digits.starts_with("978") && !digits.starts_with("979")) return false;
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) sum += (digits[i] - '0') * (i % 2 == 0 ? 1 : 3);
  return sum % 10 == 0;
}

bool is_isbn_10(std::string_view digits) {
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) sum += (digits[i] == 'X' ? 10 : digits[i] - '0') * static_cast<int>(10 - i);
  return sum % 11 == 0;
}

}  // namespace

bool is_isbn(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c == '-' || c == ' ') continue;
    if (!is_digit(c) && !(digits.size() == 9 && (c | 0x20) == 'x')) return false;
    digits += is_digit(c) ? c : 'X';
    if (digits.size() > 13) return false;
  }
  if (digits.size() == 13) return digits[9] != 'X' && is_isbn_13(digits);
  return digits.size() == 10 && is_isbn_10(digits);
}

bool is_language_tag(std::string_view text) {
  bool is_first = true;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('-', at), text.size());
    const std::string_view part = text.substr(at, end - at);
    const bool is_plain = std::ranges::all_of(part, [&](char c) { return is_letter(c) || (!is_first && is_digit(c)); });
    const bool is_short = part.size() == 1 && (part == "x" || part == "i");
    if (!is_plain || part.empty() || part.size() > 8 || (is_first && part.size() == 1 && (!is_short || end == text.size()))) return false;
    is_first = false;
    at = end + 1;
  }
  return !is_first;
}

bool is_modified_date(std::string_view text) {
  static constexpr std::string_view kShape = "0000-00-00T00:00:00Z";
  return std::ranges::equal(text, kShape, [](char c, char shape) { return shape == '0' ? is_digit(c) : c == shape; });
}

}  // namespace nbpublish
