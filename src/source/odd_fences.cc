#include "source/odd_fences.h"

#include "source/backticks.h"
#include "source/paragraph_lines.h"

namespace nbpublish {
namespace {

// An opening fence, were it not for the backticks behind it; code in a line closes with a run as long.
bool is_odd_fence(std::string_view text) {
  const std::size_t opening = end_of_backticks(text, 0);
  return opening >= 3 && text.find('`', opening) != text.npos && !end_of_code_span(text, 0);
}

}  // namespace

void report_odd_fences(const SyntaxNode& places, const SourceText& source, std::string_view file, DiagnosticSink& diagnostics) {
  for_each_leaf_block(places, [&](const SyntaxNode& block, int quotes) {
    if (block.kind != SyntaxKind::Paragraph) return;
    for (const ParagraphLine& line : lines_of(block, source, quotes))
      if (is_odd_fence(line.words()))
        diagnostics.report(DiagCode::FenceInfo, file, source.span(line.start + line.begin, line.start + line.text.size()),
                           "this begins no code: a fence of backticks has no other backticks on its line",
                           "write ~~~ for the fence, or leave the backticks out");
  });
}

}  // namespace nbpublish
