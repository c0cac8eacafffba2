#include "source/syntax.h"

namespace nbpublish {

void append_text(std::vector<SyntaxNode>& list, std::string_view text) {
  if (list.empty() || list.back().kind != SyntaxKind::Text) list.push_back({.kind = SyntaxKind::Text});
  list.back().text += text;
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
