#include "document/rail.h"

#include <algorithm>
#include <string_view>

#include "base/ascii.h"

namespace nbpublish {
namespace {

constexpr std::string_view kArrow = "->";
constexpr std::size_t kLongestOwner = 16;

bool is_plain(const CodeBlock& code) {
  const FenceInfo& info = code.info;
  return (info.language.empty() || info.language == "text") && info.title.empty() && info.marked.empty() && !info.line_numbers;
}

// The length of "kernel: " at the front of a text; 0 for what has no owner.
std::size_t owner_length(std::string_view text) {
  const std::size_t colon = text.substr(0, kLongestOwner + 1).find(':');
  if (colon == std::string_view::npos || colon == 0 || !is_letter(text.front())) return 0;
  const auto is_part = [](char c) { return is_alphanumeric(c) || std::string_view("+#._-/").find(c) != std::string_view::npos; };
  if (!std::ranges::all_of(text.substr(0, colon), is_part)) return 0;
  const std::size_t words = text.find_first_not_of(' ', colon + 1);
  return words == std::string_view::npos || words == colon + 1 ? 0 : words;
}

}  // namespace

std::vector<RailStep> rail_steps(const CodeBlock& code) {
  const std::string_view text = code.text;
  const auto is_control = [](char c) { return c != '\n' && static_cast<unsigned char>(c) < 0x20; };  // tabs, terminal sequences
  if (!is_plain(code) || std::ranges::any_of(text, is_control)) return {};
  std::vector<RailStep> steps;
  std::size_t indent = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    const std::size_t ink = line.find_first_not_of(' ');
    if (ink == std::string_view::npos) return {};
    const bool has_arrow = line.substr(ink).starts_with(kArrow);
    if (has_arrow == steps.empty() || (steps.size() > 1 && ink != indent)) return {};
    indent = ink;
    const std::size_t owner = has_arrow ? line.find_first_not_of(' ', ink + kArrow.size()) : ink;
    if (owner == std::string_view::npos) return {};
    const auto at = [&](std::size_t place) { return static_cast<std::uint32_t>(begin + place); };
    steps.push_back({at(0), at(owner), at(owner + owner_length(line.substr(owner))), at(line.size())});
    begin = end + 1;
  }
  return steps.size() > 1 ? steps : std::vector<RailStep>{};
}

}  // namespace nbpublish
