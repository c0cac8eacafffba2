#include "source/places.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace nbpublish {
namespace {

// The words of a paragraph or heading; null for other blocks.
Inlines* words_of(Block& block) {
  if (auto* paragraph = std::get_if<Paragraph>(&block.content)) return &paragraph->children;
  if (auto* heading = std::get_if<Heading>(&block.content)) return &heading->children;
  return nullptr;
}

bool is_place(const Inline& inl) { return as<Anchor>(inl) != nullptr; }

bool holds_places_alone(const Block& block) {
  const auto* paragraph = as<Paragraph>(block);
  return paragraph != nullptr && !paragraph->children.empty() && std::ranges::all_of(paragraph->children, is_place);
}

void settle(Blocks& list) {
  if (std::ranges::none_of(list, holds_places_alone)) return;
  Blocks out;
  Inlines waiting;
  SourceSpan span;
  const auto put_alone = [&] {
    if (!waiting.empty()) out.push_back({.span = span, .content = Paragraph{std::exchange(waiting, {})}});
  };
  for (Block& block : list) {
    Inlines* words = words_of(block);
    if (holds_places_alone(block)) {
      if (waiting.empty()) span = block.span;
      std::ranges::move(*words, std::back_inserter(waiting));
      continue;
    }
    if (words == nullptr) put_alone();
    else words->insert(words->begin(), std::make_move_iterator(waiting.begin()), std::make_move_iterator(waiting.end()));
    waiting.clear();
    out.push_back(std::move(block));
  }
  Inlines* last = out.empty() ? nullptr : words_of(out.back());
  if (last == nullptr) put_alone();
  else std::ranges::move(waiting, std::back_inserter(*last));
  list = std::move(out);
}

}  // namespace

void settle_places(Document& document) {
  edit_each_list(document, settle);
}

std::vector<std::string> take_places(Inlines& words) {
  std::vector<std::string> names;
  walk_detail::inlines(words, [&](const Inline& inl) {
    if (const auto* place = as<Anchor>(inl)) names.push_back(place->name);
  });
  const auto erase = [](auto& self, Inlines& list) -> void {
    std::erase_if(list, is_place);
    for (Inline& inl : list)
      std::visit(
          [&](auto& content) {
            if constexpr (requires { content.children; }) self(self, content.children);
          },
          inl.content);
  };
  if (!names.empty()) erase(erase, words);
  return names;
}

}  // namespace nbpublish
