#include "book/identifier.h"

#include <algorithm>

namespace nbpublish {
namespace {

constexpr std::string_view kIsbn = "isbn:";
constexpr std::string_view kUuid = "urn:uuid:";

bool is_digit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

// The check digit of EAN-13: weights 1 and 3 in turn, the sum a multiple of 10.
bool has_valid_checksum(std::string_view digits) {
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) sum += (digits[i] - '0') * (i % 2 ? 3 : 1);
  return sum % 10 == 0;
}

std::expected<std::string, std::string> canonical_isbn(std::string_view text) {
  std::string digits;
  for (const char c : text)
    if (c != '-' && c != ' ') digits += c;
  if (digits.size() != 13 || !std::ranges::all_of(digits, is_digit) ||
      !(digits.starts_with("978") || digits.starts_with("979")))
    return std::unexpected("is not an ISBN of 13 digits that begins with 978 or 979");
  if (!has_valid_checksum(digits)) return std::unexpected("is an ISBN with a wrong check digit");
  return std::string(kIsbn) + digits;
}

// RFC 9562: groups of 8, 4, 4, 4 and 12 hexadecimal digits.
std::expected<std::string, std::string> canonical_uuid(std::string_view text) {
  constexpr std::string_view kForm = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
  std::string uuid(kUuid);
  for (const char c : text) uuid += lower(c);
  const std::string_view digits = std::string_view(uuid).substr(kUuid.size());
  const auto fits = [](char c, char form) {
    return form == '-' ? c == '-' : is_digit(c) || (c >= 'a' && c <= 'f');
  };
  if (!std::ranges::equal(digits, kForm, fits)) return std::unexpected("is not a UUID");
  return uuid;
}

}  // namespace

std::expected<std::string, std::string> canonical_identifier(std::string_view text) {
  if (text.starts_with(kIsbn)) return canonical_isbn(text.substr(kIsbn.size()));
  if (text.starts_with(kUuid)) return canonical_uuid(text.substr(kUuid.size()));
  return std::unexpected("must begin with \"isbn:\" or \"urn:uuid:\"");
}

}  // namespace nbpublish
