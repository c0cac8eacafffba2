#include "layout/listing/split_costs.h"

#include <algorithm>
#include <string_view>

#include "base/ascii.h"
#include "layout/galley/galley.h"

namespace nbpublish {
namespace {

constexpr double kAfterBlank = 100;  // splitting a listing costs something even at its best place
constexpr double kAfterClosing = 300;
constexpr double kAnywhere = 3'000;
// Rather than these, facing pages may end two lines early, or even four.
constexpr double kInside = 120'000;       // what was opened, or has been introduced
constexpr double kBeforeBlank = 500'000;  // a page would begin with a blank line

std::size_t indent_of(std::string_view text) { return std::min(text.find_first_not_of(' '), text.size()); }

bool opens_something(std::string_view line) {
  const char last = line.back();
  return last == '{' || last == '(' || last == '[' || last == ',' || last == ':';
}

bool introduces_next(std::string_view line) {
  return line.starts_with("//") || line.starts_with("#") || line.starts_with("/*") || line.starts_with("*") || line.starts_with("@");
}

bool closes(std::string_view line) { return line.front() == '}' || line.front() == ')' || line.front() == ']'; }

}  // namespace

std::vector<double> split_costs(const std::vector<std::string>& lines) {
  std::vector<double> costs(lines.size(), kAnywhere);
  std::size_t lowest = std::string::npos;
  for (const std::string& line : lines)
    if (!trimmed(line, " ").empty()) lowest = std::min(lowest, indent_of(line));
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const std::string_view before = trimmed(lines[i - 1], " "), after = trimmed(lines[i], " ");
    if (before.empty() && !after.empty()) {
      costs[i] = kAfterBlank;
    } else if (after.empty()) {
      costs[i] = kBeforeBlank;
    } else if (opens_something(before) || introduces_next(before) || closes(after)) {
      costs[i] = kInside;
    } else if (closes(before) && indent_of(lines[i - 1]) == lowest) {
      costs[i] = kAfterClosing;
    }
  }
  return costs;
}

}  // namespace nbpublish
