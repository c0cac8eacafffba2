#include "document/callouts.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace nbpublish {
namespace {

constexpr auto kMarks = std::to_array<std::string_view>({"//", "#", "--", ";"});
constexpr auto kPlain = std::to_array<std::string_view>(
    {"", "text", "txt", "plain", "plaintext", "none", "output", "stdout", "log", "ascii", "md", "markdown"});

std::string_view without_blanks(std::string_view text) { return text.substr(0, text.find_last_not_of(' ') + 1); }

}  // namespace

std::optional<Callout> callout_in(std::string_view line) {
  std::string_view rest = without_blanks(line);
  if (!rest.ends_with(')')) return std::nullopt;
  rest.remove_suffix(1);
  int number = 0, place = 1;
  for (; !rest.empty() && is_digit(rest.back()) && place <= 10; place *= 10, rest.remove_suffix(1)) number += place * (rest.back() - '0');
  if (!rest.ends_with('(') || number == 0) return std::nullopt;
  rest = without_blanks(rest.substr(0, rest.size() - 1));
  const auto mark = std::ranges::find_if(kMarks, [&](std::string_view m) { return rest.ends_with(m); });
  if (mark == kMarks.end()) return std::nullopt;
  rest.remove_suffix(mark->size());
  const std::string_view code = without_blanks(rest);
  if (code.empty() || code.size() == rest.size()) return std::nullopt;
  return Callout{static_cast<std::uint32_t>(code.size()), number};
}

int last_callout(const CodeBlock& code) {
  if (std::ranges::find(kPlain, code.info.language) != kPlain.end()) return 0;
  int last = 0;
  const std::string_view text = code.text;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (const auto callout = callout_in(text.substr(begin, end - begin))) {
      if (callout->number > last + 1) return 0;
      last = std::max(last, callout->number);
    }
    begin = end + 1;
  }
  return last;
}

bool is_key_of(const Block& before, const Block& block) {
  const auto* code = as<CodeBlock>(before);
  const auto* list = as<List>(block);
  if (code == nullptr || list == nullptr || list->numbering != ListNumbering::Decimal || list->start != 1 || list->reversed) return false;
  const auto is_plain_item = [](const ListItem& item) {
    return !item.checked && !item.number && item.blocks.size() == 1 && as<Paragraph>(item.blocks.front()) != nullptr;
  };
  return !list->items.empty() && static_cast<int>(list->items.size()) == last_callout(*code) &&
         std::ranges::all_of(list->items, is_plain_item);
}

}  // namespace nbpublish
