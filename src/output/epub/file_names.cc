#include "output/epub/file_names.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace nbpublish {
namespace {

constexpr std::size_t kLongest = 100;

// With any extension behind them.
bool is_device(const std::string& name) {
  constexpr std::array<std::string_view, 4> kDevices = {"con", "prn", "aux", "nul"};
  const bool has_number = name.size() == 4 && (name.starts_with("com") || name.starts_with("lpt")) && is_digit(name[3]);
  return has_number || std::ranges::find(kDevices, name) != kDevices.end();
}

}  // namespace

std::string FileNames::unique(std::string_view wanted, char also) {
  std::string base;
  for (const char c : wanted.substr(0, kLongest)) base += is_alphanumeric(c) || c == also ? c : '-';
  if (is_device(lowered(base))) base += "-file";
  std::string name = base;
  for (int n = 2; !taken_.insert(lowered(name)).second; ++n) name = base + "-" + std::to_string(n);
  return name;
}

}  // namespace nbpublish
