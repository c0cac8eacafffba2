#include "output/pdf/folio.h"

#include <charconv>

#include "base/roman.h"

namespace nbpublish {
Folio parse_folio(std::string_view label) {
  int number = 0;
  const auto [end, error] = std::from_chars(label.data(), label.data() + label.size(), number);
  if (error == std::errc() && number > 0 && std::to_string(number) == label) return {FolioStyle::Decimal, number};
  if (const std::int64_t numeral = roman_value(label); numeral > 0) return {FolioStyle::Roman, static_cast<int>(numeral)};
  return {};
}

}  // namespace nbpublish
