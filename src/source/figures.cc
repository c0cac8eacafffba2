#include "source/figures.h"

#include <algorithm>

#include "source/html_tokens.h"

namespace nbpublish {
namespace {

bool is_blank(const SyntaxNode& node) {
  if (node.kind == SyntaxKind::SoftBreak || node.kind == SyntaxKind::LineBreak) return true;
  return node.kind == SyntaxKind::Text && node.text.find_first_not_of(' ') == std::string::npos;
}

bool is_label_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ':' || c == '-' ||
         c == '_' || c == '.';
}

// Reads one inline; false if a figure cannot hold it.
bool take(const SyntaxNode& node, std::optional<FigureSyntax>& figure) {
  if (is_blank(node)) return true;
  if (node.kind == SyntaxKind::Image && !figure) {
    figure = {node.href, syntax_text(node.children), node.title, {}};
    return true;
  }
  if (node.kind == SyntaxKind::Text && figure && figure->label.empty()) {
    const std::optional<std::string> label = label_in(node.text);
    if (label) figure->label = *label;
    return label.has_value();
  }
  if (node.kind != SyntaxKind::HtmlInline) return false;
  for (const HtmlToken& token : cut_html(node.text)) {
    if (token.kind == HtmlToken::Kind::Comment) continue;
    if (token.kind != HtmlToken::Kind::Void || !token.is("img") || figure) return false;
    figure = {token.attribute("src"), token.attribute("alt"), token.attribute("title"),
              token.attribute("id")};
  }
  return true;
}

}  // namespace

std::optional<FigureSyntax> figure_of(const std::vector<SyntaxNode>& paragraph) {
  std::optional<FigureSyntax> figure;
  for (const SyntaxNode& node : paragraph)
    if (!take(node, figure)) return std::nullopt;
  return figure;
}

std::optional<std::string> label_in(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  if (!text.starts_with("{#") || !text.ends_with('}') || text.size() < 4) return std::nullopt;
  text = text.substr(2, text.size() - 3);
  if (!std::ranges::all_of(text, is_label_char)) return std::nullopt;
  return std::string(text);
}

}  // namespace nbpublish
