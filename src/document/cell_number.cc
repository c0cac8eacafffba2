#include "document/cell_number.h"

#include <algorithm>
#include <string_view>

#include "base/ascii.h"
#include "document/walk.h"

namespace nbpublish {
namespace {

constexpr std::string_view kMinus = "\u2212", kNoBreakSpaces[] = {"\u00A0", "\u202F", "\u2009"};
constexpr std::size_t kMostDecimals = 12;

// Text, strong or emphasised; false if there is anything else.
bool take_words(const Inlines& inlines, std::string& words) {
  for (const Inline& inl : inlines) {
    if (const auto* text = as<Text>(inl)) words += text->text;
    else if (const auto* strong = as<Strong>(inl); strong != nullptr && take_words(strong->children, words)) continue;
    else if (const auto* emphasis = as<Emphasis>(inl); emphasis != nullptr && take_words(emphasis->children, words)) continue;
    else return false;
  }
  return true;
}

std::size_t separator_at(std::string_view rest) {
  if (rest.starts_with(',')) return 1;
  for (const std::string_view space : kNoBreakSpaces)
    if (rest.starts_with(space)) return space.size();
  return 0;
}

void take_sign(std::string_view& rest) {
  for (const std::string_view sign : {kMinus, std::string_view("-"), std::string_view("+")})
    if (rest.starts_with(sign)) return rest.remove_prefix(sign.size());
}

bool take_whole(std::string_view& rest) {
  bool any = false;
  while (!rest.empty()) {
    if (is_digit(rest.front())) {
      any = true;
      rest.remove_prefix(1);
      continue;
    }
    const std::size_t size = any ? separator_at(rest) : 0;
    if (size == 0 || rest.size() == size || !is_digit(rest[size])) break;
    rest.remove_prefix(size);
  }
  return any;
}

// The first text of the cell, in strong and emphasised text too.
Text* first_text(Inlines& inlines) {
  if (inlines.empty()) return nullptr;
  Inline& first = inlines.front();
  if (auto* text = std::get_if<Text>(&first.content)) return text;
  if (auto* strong = std::get_if<Strong>(&first.content)) return first_text(strong->children);
  auto* emphasis = std::get_if<Emphasis>(&first.content);
  return emphasis == nullptr ? nullptr : first_text(emphasis->children);
}

void set_minus_sign(TableCell& cell, ColumnAlignment column) {
  auto* words = cell.blocks.size() == 1 ? std::get_if<Paragraph>(&cell.blocks.front().content) : nullptr;
  Text* text = words == nullptr ? nullptr : first_text(words->children);
  if (text == nullptr || text->text.size() < 2 || text->text[0] != '-') return;
  const bool starts_number = is_digit(text->text[1]) && column == ColumnAlignment::Right;
  if (starts_number || decimals_of(cell)) text->text.replace(0, 1, kMinus);
}

}  // namespace

std::optional<std::string> decimals_of(const TableCell& cell) {
  const auto* paragraph = cell.blocks.size() == 1 ? as<Paragraph>(cell.blocks.front()) : nullptr;
  std::string words;
  if (paragraph == nullptr || !take_words(paragraph->children, words)) return {};
  std::string_view rest = words;
  take_sign(rest);
  const bool has_whole = take_whole(rest);
  if (rest.empty()) return has_whole ? std::optional<std::string>("") : std::nullopt;
  const bool all_digits = rest.find_first_not_of("0123456789", 1) == rest.npos;
  if (rest.front() != '.' || rest.size() < 2 || rest.size() > kMostDecimals + 1 || !all_digits) return {};
  return std::string(rest);
}

void set_minus_signs(Document& document) {
  edit_each_block(document, [](Block& block) {
    auto* table = std::get_if<Table>(&block.content);
    if (table == nullptr) return;
    for (TableRow& row : table->rows)
      for (std::size_t c = 0; c < std::min(row.cells.size(), table->columns.size()); ++c) set_minus_sign(row.cells[c], table->columns[c]);
  });
}

}  // namespace nbpublish
