#include "book/identifier.h"

#include <algorithm>

#include "base/ascii.h"

namespace nbpublish {
namespace {

constexpr std::string_view kIsbn = "isbn:";
constexpr std::string_view kUuid = "urn:uuid:";

// The last digit of EAN-13: weights 1 and 3 in turn, the sum a multiple of 10.
char ean_check_digit(std::string_view twelve) {
  int sum = 0;
  for (std::size_t i = 0; i < 12; ++i) sum += (twelve[i] - '0') * (i % 2 ? 3 : 1);
  return static_cast<char>('0' + (10 - sum % 10) % 10);
}

// ISO 2108 before 2007: weights 10 to 1, the sum a multiple of 11, X for ten.
bool is_valid_isbn_10(std::string_view digits) {
  int sum = 0;
  for (std::size_t i = 0; i < 10; ++i) sum += (digits[i] == 'X' ? 10 : digits[i] - '0') * static_cast<int>(10 - i);
  return sum % 11 == 0;
}

std::string without_hyphens(std::string_view text) {
  std::string digits;
  for (const char c : text)
    if (c != '-') digits += c;
  return digits;
}

bool are_digits(std::string_view text) { return std::ranges::all_of(text, is_digit); }

// "0-306-40615-2" or "978 0 306 40615 7" as 13 digits in groups with hyphens.
std::expected<std::string, std::string> grouped_isbn(std::string_view text) {
  std::string grouped(text);
  std::ranges::replace(grouped, ' ', '-');
  std::string digits = without_hyphens(grouped);
  if (digits.size() == 10 && are_digits(digits.substr(0, 9)) && (is_digit(digits[9]) || digits[9] == 'X')) {
    if (!is_valid_isbn_10(digits)) return std::unexpected("is an ISBN with a wrong check digit");
    grouped = (grouped.find('-') == std::string::npos ? "978" : "978-") + grouped;
    grouped.back() = ean_check_digit("978" + digits);
    return grouped;
  }
  if (digits.size() != 13 || !are_digits(digits) || !(digits.starts_with("978") || digits.starts_with("979")))
    return std::unexpected("is not an ISBN: 13 digits that begin with 978 or 979, or the older 10");
  if (digits.back() != ean_check_digit(digits)) return std::unexpected("is an ISBN with a wrong check digit");
  return grouped;
}

std::expected<std::string, std::string> canonical_isbn(std::string_view text) {
  const auto grouped = grouped_isbn(text);
  if (!grouped) return grouped;
  return std::string(kIsbn) + without_hyphens(*grouped);
}

// RFC 9562: groups of 8, 4, 4, 4 and 12 hexadecimal digits.
std::expected<std::string, std::string> canonical_uuid(std::string_view text) {
  constexpr std::string_view kForm = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
  std::string uuid(kUuid);
  for (const char c : text) uuid += to_lower(c);
  const std::string_view digits = std::string_view(uuid).substr(kUuid.size());
  const auto fits = [](char c, char form) { return form == '-' ? c == '-' : is_digit(c) || (c >= 'a' && c <= 'f'); };
  if (!std::ranges::equal(digits, kForm, fits)) return std::unexpected("is not a UUID");
  return uuid;
}

}  // namespace

std::expected<std::string, std::string> canonical_identifier(std::string_view text) {
  if (text.starts_with(kIsbn)) return canonical_isbn(text.substr(kIsbn.size()));
  if (text.starts_with(kUuid)) return canonical_uuid(text.substr(kUuid.size()));
  return std::unexpected("must begin with \"isbn:\" or \"urn:uuid:\"");
}

std::optional<std::string> printed_isbn(std::string_view text) {
  if (!text.starts_with(kIsbn)) return std::nullopt;
  const auto grouped = grouped_isbn(text.substr(kIsbn.size()));
  return grouped ? std::optional(*grouped) : std::nullopt;
}

}  // namespace nbpublish
