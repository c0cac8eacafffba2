// The lines of paragraphs as they stand in the source: what looks like a fence or a table and is none is found there.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "source/leaf_text.h"
#include "source/syntax.h"

namespace nbpublish {

struct ParagraphLine {
  std::size_t start = 0;  // of the line in the source, bytes
  std::size_t begin = 0;  // of its words in the line, behind the marks of quotations
  std::string_view text;  // the whole line

  std::string_view words() const { return text.substr(std::min(begin, text.size())); }
};

// In order. `quotes`: how many quotations the paragraph stands in.
std::vector<ParagraphLine> lines_of(const SyntaxNode& paragraph, const SourceText& source, int quotes);

// Calls `visit(block, quotes)` for every block below `node` that holds inlines or a table's row.
template <class F>
void for_each_leaf_block(const SyntaxNode& node, const F& visit, int quotes = 0) {
  if (node.kind == SyntaxKind::Row || node.kind == SyntaxKind::Paragraph) return visit(node, quotes);
  for (const SyntaxNode& child : node.children)
    if (child.kind < SyntaxKind::Text) for_each_leaf_block(child, visit, quotes + (node.kind == SyntaxKind::Quote ? 1 : 0));
}

}  // namespace nbpublish
