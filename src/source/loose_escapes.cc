#include "source/loose_escapes.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/utf8.h"

namespace nbpublish {
namespace {

constexpr char kTerminalEscape = '\x1B';

// The lines of code, without those of their fences, in ascending order.
void find_code(const SyntaxNode& node, const SourceText& source, std::vector<SourceText::Range>& code) {
  if (node.kind == SyntaxKind::CodeBlock) {
    const std::size_t first = source.line_of(node.begin) + 1;
    if (first <= source.line_count() && source.line_start(first) < node.end) code.push_back({source.line_start(first), node.end});
  }
  for (const SyntaxNode& child : node.children) find_code(child, source, code);
}

}  // namespace

bool show_loose_escapes(const SyntaxNode& places, SourceText& source, std::string_view file, DiagnosticSink& diagnostics) {
  if (source.text().find(kTerminalEscape) == std::string::npos) return false;
  std::vector<SourceText::Range> code;
  find_code(places, source, code);
  std::ranges::sort(code, {}, &SourceText::Range::begin);
  const std::string shown = sanitise(std::string(1, kTerminalEscape));
  std::vector<SourceText::Replacement> replacements;
  auto next = code.begin();
  const std::string& text = source.text();
  for (std::size_t at = text.find(kTerminalEscape); at != text.npos; at = text.find(kTerminalEscape, at + 1)) {
    while (next != code.end() && next->end <= at) ++next;
    if (next != code.end() && next->begin <= at) continue;
    replacements.push_back({at, at + 1, shown});
    diagnostics.report(DiagCode::ControlCharacter, file, source.span(at, at + 1), "U+001B is a control character and is set as " + shown,
                       "delete it, or write it as an escape such as \\x1B");
  }
  source.replace(replacements);
  return !replacements.empty();
}

}  // namespace nbpublish
