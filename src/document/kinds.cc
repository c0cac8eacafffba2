#include "document/kinds.h"

#include <array>

namespace nbpublish {

std::string_view kind_of(const Block& block) {
  // In the order of Block::content.
  static constexpr std::array<std::string_view, 11> kKinds = {"paragraph", "heading", "code-block",     "list",    "quote",    "alert",
                                                              "table",     "figure",  "thematic-break", "details", "component"};
  static_assert(std::variant_size_v<decltype(Block::content)> == kKinds.size());
  return kKinds[block.content.index()];
}

std::string_view kind_of(const Inline& inl) {
  // In the order of Inline::content.
  static constexpr std::array<std::string_view, 14> kKinds = {"text",   "soft-break", "line-break",  "code",          "emphasis",
                                                              "strong", "strikeout",  "superscript", "subscript",     "keyboard",
                                                              "link",   "image",      "index-mark",  "note-reference"};
  static_assert(std::variant_size_v<decltype(Inline::content)> == kKinds.size());
  return kKinds[inl.content.index()];
}

std::string_view word_of(AlertKind kind) {
  static constexpr std::array<std::string_view, 5> kWords = {"note", "tip", "important", "warning", "caution"};
  return kWords[static_cast<std::size_t>(kind)];
}

std::string_view word_of(ListNumbering numbering) {
  static constexpr std::array<std::string_view, 6> kWords = {"bullet",      "decimal",     "lower-alpha",
                                                             "upper-alpha", "lower-roman", "upper-roman"};
  return kWords[static_cast<std::size_t>(numbering)];
}

std::string_view word_of(PageText page) {
  static constexpr std::array<std::string_view, 4> kWords = {"", "never", "behind", "instead"};
  return kWords[static_cast<std::size_t>(page)];
}

std::string_view word_of(ColumnAlignment alignment) {
  static constexpr std::array<std::string_view, 4> kWords = {"default", "left", "center", "right"};
  return kWords[static_cast<std::size_t>(alignment)];
}

}  // namespace nbpublish
