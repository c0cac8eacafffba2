#include "source/table_caption.h"

#include <string_view>

#include "source/figure_syntax.h"

namespace nbpublish {
namespace {

constexpr std::string_view kMark = "Table:";

}  // namespace

std::string take_label(Inlines& caption) {
  Text* text = caption.empty() ? nullptr : std::get_if<Text>(&caption.back().content);
  const std::size_t begin = text == nullptr ? std::string::npos : text->text.rfind("{#");
  if (begin == std::string::npos) return {};
  const std::optional<std::string> label = label_in(std::string_view(text->text).substr(begin));
  if (!label) return {};
  text->text.erase(begin);
  while (text->text.ends_with(' ')) text->text.pop_back();
  if (text->text.empty()) caption.pop_back();
  return *label;
}

bool take_table_caption(Blocks& blocks, Inlines& paragraph) {
  Table* table = blocks.empty() ? nullptr : std::get_if<Table>(&blocks.back().content);
  Text* first = std::get_if<Text>(&paragraph.front().content);
  if (table == nullptr || !table->caption.empty() || first == nullptr || !first->text.starts_with(kMark)) return false;
  first->text.erase(0, std::min(first->text.find_first_not_of(' ', kMark.size()), first->text.size()));
  if (first->text.empty()) paragraph.erase(paragraph.begin());
  table->label = take_label(paragraph);
  table->caption = std::move(paragraph);
  return true;
}

}  // namespace nbpublish
