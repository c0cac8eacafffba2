// Numbers of figures, tables and listings: "Figure 9.4", counted through a topic.
#include "base/overloaded.h"
#include "document/resolve.h"

namespace nbpublish {
namespace {

std::string next_number(const std::string& topic_number, std::uint32_t& counter) {
  const std::string count = std::to_string(++counter);
  return topic_number.empty() ? count : topic_number + "." + count;
}

}  // namespace

std::map<std::string, std::string> number_captions(Document& document, const std::string& topic_number,
                                                   CaptionCounters& counters) {
  std::map<std::string, std::string> names;
  const auto count = [&](const std::string& label, bool has_caption, std::string& number,
                         std::uint32_t& counter, std::string_view word) {
    if (label.empty() && !has_caption) return;
    number = next_number(topic_number, counter);
    if (!label.empty()) names.emplace(label, std::string(word) + "\u00A0" + number);
  };
  edit_each_block(document, [&](Block& block) {
    std::visit(
        overloaded{[&](Figure& figure) {
                     count(figure.label, !figure.caption.empty(), figure.number, counters.figures, "Figure");
                   },
                   [&](Table& table) {
                     count(table.label, !table.caption.empty(), table.number, counters.tables, "Table");
                   },
                   [&](CodeBlock& code) {
                     count(code.info.label, !code.caption.empty(), code.number, counters.listings, "Listing");
                   },
                   [](auto&) {}},
        block.content);
  });
  return names;
}

}  // namespace nbpublish
