#include "document/captions.h"

#include "base/overloaded.h"
#include "document/walk.h"

namespace nbpublish {
namespace {

std::string next_number(const std::string& topic_number, std::uint32_t& counter) {
  const std::string count = std::to_string(++counter);
  return topic_number.empty() ? count : topic_number + "." + count;
}

std::string numbered(std::string_view word, const std::string& number) { return std::string(word) + "\u00A0" + number; }

}  // namespace

void number_captions(Document& document, const std::string& topic_number, CaptionCounters& counters) {
  const auto count = [&](const std::string& label, bool has_caption, std::string& number, std::uint32_t& counter) {
    if (!label.empty() || has_caption) number = next_number(topic_number, counter);
  };
  edit_each_block(document, [&](Block& block) {
    std::visit(
        overloaded{[&](Figure& figure) { count(figure.label, !figure.caption.empty(), figure.number, counters.figures); },
                   [&](Table& table) { count(table.label, !table.caption.empty(), table.number, counters.tables); },
                   [&](CodeBlock& code) { count(code.info.label, !code.caption.empty(), code.number, counters.listings); }, [](auto&) {}},
        block.content);
  });
}

std::map<std::string, std::string> names_of(const Document& document) {
  std::map<std::string, std::string> names;
  for_each_block(document, [&](const Block& block) {
    std::visit(
        overloaded{[&](const Figure& figure) { names.emplace(figure.label, numbered("Figure", figure.number)); },
                   [&](const Table& table) { names.emplace(table.label, numbered("Table", table.number)); },
                   [&](const CodeBlock& code) { names.emplace(code.info.label, numbered("Listing", code.number)); },
                   [&](const Heading& heading) { names.emplace(heading.anchor, "\u201C" + plain_text(heading.children) + "\u201D"); },
                   [](const auto&) {}},
        block.content);
  });
  names.erase("");
  return names;
}

}  // namespace nbpublish
