#include "document/phrase.h"

#include <iterator>

namespace nbpublish {
namespace {

Inlines only_words(Inlines list) {
  Inlines out;
  for (Inline& inl : list) {
    std::visit(
        [](auto& content) {
          if constexpr (requires { content.children; }) content.children = only_words(std::move(content.children));
        },
        inl.content);
    Inlines* inner = nullptr;
    if (auto* link = std::get_if<Link>(&inl.content)) inner = &link->children;
    if (auto* mark = std::get_if<IndexMark>(&inl.content)) inner = &mark->children;
    if (inner != nullptr) std::move(inner->begin(), inner->end(), std::back_inserter(out));
    else if (const auto* image = as<InlineImage>(inl)) out.push_back({inl.span, Text{image->alt}});
    else if (as<NoteReference>(inl) == nullptr) out.push_back(std::move(inl));
  }
  return out;
}

}  // namespace

Phrase Phrase::of(Inlines words) {
  Phrase phrase;
  phrase.words_ = only_words(std::move(words));
  phrase.plain_ = plain_text(phrase.words_);
  return phrase;
}

Inlines joined_words(std::initializer_list<Inlines> pieces) {
  Inlines out;
  for (const Inlines& piece : pieces) out.insert(out.end(), piece.begin(), piece.end());
  return out;
}

}  // namespace nbpublish
