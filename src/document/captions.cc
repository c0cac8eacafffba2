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
std::string in_quotes(const std::string& words) { return "\u201C" + words + "\u201D"; }

std::string_view word_of(PlaceKind kind) {
  constexpr std::string_view kWords[] = {"Figure", "Table", "Listing", ""};
  return kWords[static_cast<std::size_t>(kind)];
}

// None of a heading.
std::uint32_t* counter_of(PlaceKind kind, CaptionCounters& counters) {
  switch (kind) {
    case PlaceKind::Figure:
      return &counters.figures;
    case PlaceKind::Table:
      return &counters.tables;
    case PlaceKind::Listing:
      return &counters.listings;
    case PlaceKind::Heading:
      return nullptr;
  }
  return nullptr;
}

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

PlaceNames names_of(const Document& document) {
  PlaceNames names;
  for_each_block(document, [&](const Block& block) {
    std::visit(overloaded{[&](const Figure& figure) { names.emplace(figure.label, numbered("Figure", figure.number)); },
                          [&](const Table& table) { names.emplace(table.label, numbered("Table", table.number)); },
                          [&](const CodeBlock& code) { names.emplace(code.info.label, numbered("Listing", code.number)); },
                          [&](const Heading& heading) { names.emplace(heading.anchor, in_quotes(plain_text(heading.children))); },
                          [](const auto&) {}},
               block.content);
  });
  names.erase("");
  return names;
}

PlaceNames names_of(const TextFacts& facts, const std::string& topic_number, CaptionCounters& counters) {
  PlaceNames names;
  for (const PlaceFact& place : facts.named) {
    std::uint32_t* counter = counter_of(place.kind, counters);
    std::string name = counter ? numbered(word_of(place.kind), next_number(topic_number, *counter)) : in_quotes(place.words);
    if (!place.anchor.empty()) names.emplace(place.anchor, std::move(name));
  }
  return names;
}

CaptionCounters counters_after(const TextFacts& facts, CaptionCounters from) {
  for (const PlaceFact& place : facts.named)
    if (std::uint32_t* counter = counter_of(place.kind, from)) ++*counter;
  return from;
}

}  // namespace nbpublish
