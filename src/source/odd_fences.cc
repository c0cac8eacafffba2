#include "source/odd_fences.h"

#include <algorithm>

#include "source/leaf_text.h"

namespace nbpublish {
namespace {

std::size_t run_of_backticks(std::string_view text, std::size_t from) {
  return std::min(text.find_first_not_of('`', from), text.size()) - from;
}

// An opening fence, were it not for the backticks behind it; code in a line closes with a run as long.
bool is_odd_fence(std::string_view text) {
  const std::size_t opening = run_of_backticks(text, 0);
  if (opening < 3 || opening == text.size()) return false;
  bool others = false;
  for (std::size_t at = text.find('`', opening); at != text.npos;) {
    const std::size_t run = run_of_backticks(text, at);
    if (run == opening) return false;
    others = true;
    at = text.find('`', at + run);
  }
  return others;
}

class Checker {
 public:
  Checker(const SourceText& source, std::string_view file, DiagnosticSink& diagnostics)
      : source_(source), file_(file), diagnostics_(diagnostics) {}

  void visit(const SyntaxNode& node, int quotes) {
    if (node.kind == SyntaxKind::Paragraph) return check(node, quotes);
    for (const SyntaxNode& child : node.children)
      if (child.kind < SyntaxKind::Text) visit(child, quotes + (node.kind == SyntaxKind::Quote ? 1 : 0));
  }

 private:
  void check(const SyntaxNode& paragraph, int quotes) {
    const std::size_t first = source_.line_of(paragraph.begin), last = source_.line_of(paragraph.end);
    for (std::size_t number = first; number <= last; ++number) {
      const std::string_view line = source_.line(number);
      const std::size_t start = source_.line_start(number);
      const std::size_t begin = number == first ? paragraph.begin - start : content_offset(line, quotes);
      if (!is_odd_fence(line.substr(std::min(begin, line.size())))) continue;
      diagnostics_.report(DiagCode::FenceInfo, file_, source_.span(start + begin, start + line.size()),
                          "this begins no code: a fence of backticks has no other backticks on its line",
                          "write ~~~ for the fence, or leave the backticks out");
    }
  }

  const SourceText& source_;
  std::string_view file_;
  DiagnosticSink& diagnostics_;
};

}  // namespace

void report_odd_fences(const SyntaxNode& places, const SourceText& source, std::string_view file,
                       DiagnosticSink& diagnostics) {
  Checker(source, file, diagnostics).visit(places, 0);
}

}  // namespace nbpublish
