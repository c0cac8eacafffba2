#include "cli/source_date.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <string_view>

#include "base/ascii.h"
#include "base/utf8.h"

namespace nbpublish {

Result<std::optional<std::int64_t>> read_source_date(const char* value) {
  constexpr std::int64_t kLast = 253'402'300'799;  // 9999-12-31T23:59:59Z
  if (value == nullptr) return std::nullopt;
  const std::string_view text = value;
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  const bool is_number = !text.empty() && std::ranges::all_of(text, is_digit);
  if (!is_number)
    return fail(ErrorKind::Usage, fmt::format("SOURCE_DATE_EPOCH: '{}' is no number of seconds since 1970", sanitise(text.substr(0, 40))),
                "as `date +%s` prints it, or unset it");
  if (error != std::errc() || seconds > kLast)
    return fail(ErrorKind::Usage, fmt::format("SOURCE_DATE_EPOCH: {} is after the year 9999", text.substr(0, 40)),
                "count seconds, not milliseconds");
  return seconds;
}

}  // namespace nbpublish
