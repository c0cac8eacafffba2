#include "source/settle_places.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "document/block_lists.h"
#include "document/places.h"
#include "document/walk.h"

namespace nbpublish {
namespace {

// The words of a paragraph or heading; null for other blocks.
Inlines* words_of(Block& block) {
  if (auto* paragraph = std::get_if<Paragraph>(&block.content)) return &paragraph->children;
  if (auto* heading = std::get_if<Heading>(&block.content)) return &heading->children;
  return nullptr;
}

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

void settle_places(Document& document) { edit_each_list(document, settle); }

}  // namespace nbpublish
