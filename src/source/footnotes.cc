#include "source/footnotes.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace nbpublish {
namespace {

void for_each_reference(const SyntaxNode& node, const auto& visit) {
  if (node.kind == SyntaxKind::NoteReference) visit(node);
  for (const SyntaxNode& child : node.children) for_each_reference(child, visit);
}

void take_names(std::string_view text, std::set<std::string>& names) {
  for (std::size_t mark = text.find("[^"); mark != text.npos; mark = text.find("[^", mark + 2)) {
    const std::size_t end = text.find_first_of("[] \n", mark + 2);
    if (end != text.npos && text[end] == ']' && end > mark + 2) names.emplace(text.substr(mark + 2, end - mark - 2));
  }
}

void take_names(const SyntaxNode& node, std::set<std::string>& names) {
  if (node.kind == SyntaxKind::NoteDefinition) return;
  if (node.kind == SyntaxKind::Image) take_names(node.title, names);
  if (node.kind == SyntaxKind::CodeBlock) take_names(node.info, names);
  if (node.kind == SyntaxKind::HtmlBlock || node.kind == SyntaxKind::HtmlInline) take_names(node.text, names);
  for (const SyntaxNode& child : node.children) take_names(child, names);
}

std::size_t text_bytes(const SyntaxNode& node) {
  std::size_t bytes = node.text.size() + node.href.size() + node.title.size() + node.info.size() + 16;
  for (const SyntaxNode& child : node.children) bytes += text_bytes(child);
  return bytes;
}

}  // namespace

bool blank_nested_references(const SyntaxNode& places, SourceText& source, std::string_view file, DiagnosticSink& diagnostics) {
  std::vector<SourceText::Range> ranges;
  for (const SyntaxNode& definition : places.children) {
    if (definition.kind != SyntaxKind::NoteDefinition) continue;
    for_each_reference(definition, [&](const SyntaxNode& reference) {
      diagnostics.report(DiagCode::UnreadBlock, file, reference.span, "a footnote inside a footnote is left out: '" + reference.info + "'",
                         "write its text into the outer note");
      ranges.push_back({reference.begin, reference.end});
    });
  }
  source.blank(ranges);
  return !ranges.empty();
}

std::vector<std::string> notes_of_captions(const SyntaxNode& places, const std::vector<MdxComponent>& components) {
  std::set<std::string> names;
  take_names(places, names);
  for (const MdxComponent& component : components) take_names(component.title, names);
  return {names.begin(), names.end()};
}

std::string paragraph_of_notes(const std::vector<std::string>& names) {
  std::string lines = "\n";
  for (const std::string& name : names) lines += "[^" + name + "]\n";
  return lines;
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

void report_unused_notes(const SyntaxNode& places, const SourceText& source, std::string_view file, DiagnosticSink& diagnostics) {
  enum class Cover : std::uint8_t { None, Text, Note };
  std::vector<Cover> covered(source.file_line(source.line_count()) + 1, Cover::None);  // lines of the file
  for (const SyntaxNode& block : places.children)
    for (std::size_t line = block.span.line; line <= block.span.end_line && line < covered.size(); ++line)
      covered[line] = block.kind == SyntaxKind::NoteDefinition ? Cover::Note : Cover::Text;
  std::set<std::string> used;
  std::vector<std::pair<std::string, SourceSpan>> others;
  for (std::size_t number = 1; number <= source.line_count(); ++number) {
    const std::string_view line = source.line(number);
    const std::size_t begin = std::min(line.find_first_not_of(' '), line.size());
    const std::size_t end = line.find("]:", begin);
    const Cover cover = covered[source.file_line(number)];
    if (cover == Cover::Text || begin > 3 || !line.substr(begin).starts_with("[^") || end == line.npos) continue;
    std::string name(line.substr(begin + 2, end - begin - 2));
    const std::size_t start = source.line_start(number);
    if (cover == Cover::Note) used.insert(std::move(name));
    else others.emplace_back(std::move(name), source.span(start + begin, start + end + 1));
  }
  for (const auto& [name, span] : others) {
    if (used.contains(name))
      diagnostics.report(DiagCode::DuplicateNote, file, span, "the footnote '" + name + "' is defined twice",
                         "this one is left out; give it another name");
    else diagnostics.report(DiagCode::UnusedNote, file, span, "nothing refers to the footnote '" + name + "'");
  }
}

}  // namespace nbpublish
