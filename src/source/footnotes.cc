#include "source/footnotes.h"

#include <algorithm>
#include <map>
#include <string>

namespace nbpublish {
namespace {

void for_each_reference(const SyntaxNode& node, const auto& visit) {
  if (node.kind == SyntaxKind::NoteReference) visit(node);
  for (const SyntaxNode& child : node.children) for_each_reference(child, visit);
}

std::size_t text_bytes(const SyntaxNode& node) {
  std::size_t bytes = node.text.size() + 16;
  for (const SyntaxNode& child : node.children) bytes += text_bytes(child);
  return bytes;
}

}  // namespace

bool blank_nested_references(const SyntaxNode& places, SourceText& source, std::string_view file,
                             DiagnosticSink& diagnostics) {
  std::vector<std::pair<std::size_t, std::size_t>> ranges;
  for (const SyntaxNode& definition : places.children) {
    if (definition.kind != SyntaxKind::NoteDefinition) continue;
    for_each_reference(definition, [&](const SyntaxNode& reference) {
      diagnostics.report(DiagCode::UnreadBlock, file, reference.span,
                         "a footnote inside a footnote is left out: '" + reference.info + "'",
                         "write its text into the outer note");
      ranges.emplace_back(reference.begin, reference.end);
    });
  }
  for (const auto& [begin, end] : ranges) source.blank(begin, end);
  return !ranges.empty();
}

std::size_t expanded_note_bytes(const SyntaxNode& places) {
  std::map<int, std::size_t> sizes;
  int number = 0;
  for (const SyntaxNode& child : places.children)
    if (child.kind == SyntaxKind::NoteDefinition) sizes[++number] = text_bytes(child);
  std::size_t bytes = 0;
  for_each_reference(places, [&](const SyntaxNode& reference) {
    const auto size = sizes.find(reference.level);
    if (size != sizes.end()) bytes += size->second;
  });
  return bytes;
}

void report_unused_notes(const SyntaxNode& places, const SourceText& source, std::string_view file,
                         DiagnosticSink& diagnostics) {
  std::vector<bool> covered(source.file_line(source.line_count()) + 1, false);  // lines of the file
  for (const SyntaxNode& block : places.children)
    for (std::size_t line = block.span.line; line <= block.span.end_line && line < covered.size(); ++line)
      covered[line] = true;
  for (std::size_t number = 1; number <= source.line_count(); ++number) {
    const std::string_view line = source.line(number);
    const std::size_t begin = std::min(line.find_first_not_of(' '), line.size());
    const std::size_t end = line.find("]:", begin);
    if (covered[source.file_line(number)] || begin > 3 || !line.substr(begin).starts_with("[^") || end == line.npos) continue;
    const std::string name(line.substr(begin + 2, end - begin - 2));
    const std::size_t start = source.line_start(number);
    diagnostics.report(DiagCode::UnusedNote, file, source.span(start + begin, start + end + 1),
                       "nothing refers to the footnote '" + name + "'");
  }
}

}  // namespace nbpublish
