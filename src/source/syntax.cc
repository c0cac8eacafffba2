#include "source/syntax.h"

#include "base/utf8.h"

namespace nbpublish {

bool is_break(const SyntaxNode& node) { return node.kind == SyntaxKind::SoftBreak || node.kind == SyntaxKind::LineBreak; }

void append_text(std::vector<SyntaxNode>& list, std::string_view text) {
  if (list.empty() || list.back().kind != SyntaxKind::Text) list.push_back({.kind = SyntaxKind::Text});
  list.back().text += text;
}

SourceSpan part_of(SourceSpan place, std::string_view text, std::size_t begin, std::size_t end) {
  const auto width = [&](std::size_t bytes) { return static_cast<std::uint32_t>(count_code_points(text.substr(0, bytes))); };
  if (place.line != place.end_line || place.column + width(text.size()) != place.end_column + 1) return place;
  return {place.line, place.column + width(begin), place.line, place.column + width(end) - 1, place.file};
}

std::string syntax_text(const std::vector<SyntaxNode>& inlines) {
  std::string text;
  for (const SyntaxNode& node : inlines) {
    switch (node.kind) {
      case SyntaxKind::Text:
      case SyntaxKind::Code:
        text += node.text;
        break;
      case SyntaxKind::SoftBreak:
      case SyntaxKind::LineBreak:
        text += ' ';
        break;
      case SyntaxKind::NoteReference:
        break;
      default:
        text += syntax_text(node.children);
    }
  }
  return text;
}

}  // namespace nbpublish
