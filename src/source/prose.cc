#include "source/prose.h"

#include "base/utf8.h"

namespace nbpublish {
namespace {

// A link whose text is its address.
bool is_bare_address(const Link& link) {
  const RawTarget* target = std::get_if<RawTarget>(&link.target);
  const std::string text = plain_text(link.children);
  if (text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www.")) return true;
  return target != nullptr && (text == target->href || "mailto:" + text == target->href);
}

}  // namespace

void Prose::collect(Inlines& list) {
  for (Inline& inl : list) {
    nodes_.push_back(&inl);
    if (const Text* text = as<Text>(inl)) {
      for (std::size_t pos = 0; pos < text->text.size();) add(next_code_point(text->text, pos));
    } else if (as<SoftBreak>(inl) != nullptr) {
      add(' ');
    } else if (as<LineBreak>(inl) != nullptr) {
      add('\n');
    } else if (as<Code>(inl) != nullptr || as<InlineImage>(inl) != nullptr || as<Keyboard>(inl) != nullptr) {
      add(kObject);
    } else if (const Link* link = as<Link>(inl); link != nullptr && is_bare_address(*link)) {
      add(kObject);
    } else {
      std::visit(
          [&](auto& content) {
            if constexpr (requires { content.children; }) collect(content.children);
          },
          inl.content);
    }
  }
}

bool Prose::is_soft_break(std::ptrdiff_t i) const {
  return at(i) != 0 && as<SoftBreak>(*nodes_[chars_[static_cast<std::size_t>(i)].node]) != nullptr;
}

void Prose::compact() {
  std::erase_if(chars_, [&](const Char& c) { return c.removed && as<SoftBreak>(*nodes_[c.node]) == nullptr; });
}

void Prose::write_back() {
  std::vector<std::string> texts(nodes_.size());
  for (const Char& c : chars_)
    if (!c.removed) append_utf8(texts[c.node], c.c);
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    Inline& node = *nodes_[i];
    if (Text* text = std::get_if<Text>(&node.content)) {
      text->text = std::move(texts[i]);
    } else if (as<SoftBreak>(node) != nullptr && texts[i] != " ") {
      node.content = Text{std::move(texts[i])};
    }
  }
}

bool is_prose_space(char32_t c) { return c == ' ' || c == kNoBreakSpace || c == '\n' || c == '\t' || c == 0; }
bool is_prose_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_prose_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return c >= 0xC0 && c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c <= 0x2BFF) && c != kObject;
}
bool is_prose_word(char32_t c) { return is_prose_letter(c) || is_prose_digit(c) || c == kObject; }

}  // namespace nbpublish
