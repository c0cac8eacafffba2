#include "source/mathematics.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "source/backticks.h"
#include "source/blank_lines.h"
#include "source/chapter_limits.h"
#include "source/cmark_tree.h"
#include "source/fenced_lines.h"
#include "source/leaf_text.h"
#include "source/tex_spans.h"

namespace nbpublish {
namespace {

constexpr std::size_t kMostDisplayLines = 300;  // more is no formula

bool may_hold_tex(std::string_view text) {
  return text.find('$') != text.npos || text.find("\\(") != text.npos || text.find("\\[") != text.npos;
}

// Looked at quickly, because most chapters have their dollars in code.
bool may_hold_tex(const SourceText& source) {
  if (source.text().find("math") == std::string::npos && !may_hold_tex(source.text())) return false;
  const std::vector<bool> fenced = fenced_lines(source);
  std::size_t dollars = 0;  // of a paragraph
  for (std::size_t n = 1; n <= source.line_count(); ++n) {
    const std::string_view line = source.line(n);
    if (fenced[n - 1]) {
      if (line.find("math") != line.npos && (line.find("```") != line.npos || line.find("~~~") != line.npos)) return true;
      continue;
    }
    if (is_blank_in_quote(line)) dollars = 0;
    dollars += static_cast<std::size_t>(std::ranges::count(line, '$'));
    if (dollars > 1 || line.find("\\(") != line.npos || line.find("\\[") != line.npos) return true;
  }
  return false;
}

void report(SourceSpan span, std::string_view file, DiagnosticSink& diagnostics) {
  diagnostics.report(DiagCode::Mathematics, file, span, "mathematics is not set; its TeX is printed as it stands",
                     "write it with Unicode's signs, or put a picture of the formula there");
}

std::optional<SyntaxNode> tree_of(const SourceText& source, const ReadOptions& options) {
  const CmarkDocument parsed(source.text());
  if (check_shape(parsed.shape(), options)) return std::nullopt;
  return syntax_of(parsed, source);
}

// ---- on lines of its own ----------------------------------------------------------------------------

// What stands before the words of a line: quotation marks, blanks, the marks of items.
struct LineStart {
  std::size_t words = 0;  // their offset
  int quotes = 0;
};

LineStart start_of(std::string_view line) {
  LineStart start;
  while (start.words < line.size()) {
    const std::string_view rest = line.substr(start.words);
    const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
    const bool bullet = rest.size() > 1 && (rest[0] == '-' || rest[0] == '*' || rest[0] == '+') && rest[1] == ' ';
    const bool number =
        digits > 0 && digits < 10 && digits + 1 < rest.size() && (rest[digits] == '.' || rest[digits] == ')') && rest[digits + 1] == ' ';
    if (rest[0] == '>') ++start.quotes;
    if (rest[0] == ' ' || rest[0] == '\t' || rest[0] == '>') ++start.words;
    else if (bullet) start.words += 2;
    else if (number) start.words += digits + 2;
    else break;
  }
  return start;
}

// Lines that hold code, HTML or tables.
void mark_closed_lines(const SyntaxNode& node, const SourceText& source, std::vector<bool>& closed) {
  if (node.kind == SyntaxKind::CodeBlock || node.kind == SyntaxKind::HtmlBlock || node.kind == SyntaxKind::Row)
    for (std::size_t line = source.line_of(node.begin); line <= source.line_of(std::max(node.begin + 1, node.end) - 1); ++line)
      closed[line - 1] = true;
  for (const SyntaxNode& child : node.children)
    if (child.kind < SyntaxKind::Text) mark_closed_lines(child, source, closed);
}

// The last line of what begins on line `first`; 0 if there is no end to it.
std::size_t end_of_display(const SourceText& source, std::size_t first, const LineStart& start) {
  const std::string_view opening = source.line(first).substr(start.words);
  if (is_whole_display(opening)) return first;
  if (!begins_display(opening)) return 0;
  for (std::size_t n = first + 1; n <= source.line_count() && n < first + kMostDisplayLines; ++n) {
    const std::string_view line = source.line(n);
    const std::string_view words = line.substr(content_offset(line, start.quotes));
    if (words.empty() || words.starts_with("```") || words.starts_with("~~~")) return 0;
    if (ends_display(words, opening)) return n;
  }
  return 0;
}

// The formula as a fence, in the container that it stands in.
SourceText::Rewritten fence_of(const SourceText& source, std::size_t first, std::size_t last, const LineStart& start) {
  const std::string_view opening = source.line(first);
  std::string inside(opening.substr(0, start.words));  // what later lines of the container begin with
  for (char& c : inside)
    if (c != '>' && c != '\t') c = ' ';
  std::size_t longest = 2;
  for (std::size_t n = first; n <= last; ++n) {
    std::size_t run = 0;
    for (const char c : source.line(n)) longest = std::max(longest, run = c == '~' ? run + 1 : 0);
  }
  const std::string fence(longest + 1, '~');
  SourceText::Rewritten made{first, last, {}};
  made.lines.push_back({std::string(opening.substr(0, start.words)) + fence + " math", first, 0, 0});
  made.lines.push_back({inside, first, start.words, opening.size()});
  const std::size_t indent = start.words - std::min(start.words, opening.substr(0, start.words).find_last_of('>') + 1);
  for (std::size_t n = first + 1; n <= last; ++n) {
    const std::string_view line = source.line(n);
    const std::size_t words = content_offset(line, start.quotes);
    std::size_t begin = words;
    while (begin > 0 && line[begin - 1] == ' ') --begin;
    made.lines.push_back({inside, n, std::min(words, begin + indent), line.size()});
  }
  made.lines.push_back({inside + fence, last, source.line(last).size(), source.line(last).size()});
  return made;
}

void report_fences(const SyntaxNode& node, std::string_view file, DiagnosticSink& diagnostics) {
  if (node.kind == SyntaxKind::CodeBlock && node.info.substr(0, node.info.find_first_of(" {")) == "math")
    report(node.span, file, diagnostics);
  for (const SyntaxNode& child : node.children)
    if (child.kind < SyntaxKind::Text) report_fences(child, file, diagnostics);
}

void write_out_displays(SourceText& source, const SyntaxNode& tree) {
  std::vector<bool> closed(source.line_count(), false);
  mark_closed_lines(tree, source, closed);
  std::vector<SourceText::Rewritten> parts;
  for (std::size_t n = 1; n <= source.line_count(); ++n) {
    if (closed[n - 1]) continue;
    const LineStart start = start_of(source.line(n));
    const std::size_t last = end_of_display(source, n, start);
    if (last == 0) continue;
    parts.push_back(fence_of(source, n, last, start));
    n = last;
  }
  if (!parts.empty()) source.rewrite(parts);
}

// ---- in a line --------------------------------------------------------------------------------------

void close_ranges(const std::vector<SyntaxNode>& inlines, std::vector<ClosedRange>& closed) {
  for (const SyntaxNode& node : inlines) {
    if (node.end <= node.begin) continue;
    const bool is_link = node.kind == SyntaxKind::Link || node.kind == SyntaxKind::Image;
    if (node.kind == SyntaxKind::Code || node.kind == SyntaxKind::HtmlInline || node.kind == SyntaxKind::NoteReference || node.bare) {
      closed.push_back({node.begin, node.end, node.kind == SyntaxKind::Code});
    } else if (is_link && (node.children.empty() || node.children.back().end == 0)) {
      closed.push_back({node.begin, node.end});
    } else {
      close_ranges(node.children, closed);
      if (is_link) closed.push_back({node.children.back().end, node.end});  // its address
    }
  }
}

class InlineWriter {
 public:
  InlineWriter(const SourceText& source, std::string_view file, DiagnosticSink& diagnostics)
      : source_(source), file_(file), diagnostics_(diagnostics) {}

  std::vector<SourceText::Replacement> replacements;

  // `told`: in a table it is told once for all its cells.
  void look_at(const SyntaxNode& node, bool& told) {
    bool own = false;
    bool& once = node.kind == SyntaxKind::Cell || node.kind == SyntaxKind::Row ? told : own;
    const bool is_leaf = node.kind == SyntaxKind::Paragraph || node.kind == SyntaxKind::Heading || node.kind == SyntaxKind::Cell;
    if (is_leaf) return write(node, once);
    for (const SyntaxNode& child : node.children)
      if (child.kind < SyntaxKind::Text) look_at(child, once);
  }

 private:
  void write(const SyntaxNode& leaf, bool& told) {
    const auto placed = [](const SyntaxNode& node) { return node.end > node.begin; };
    if (leaf.children.empty() || !placed(leaf.children.front()) || !placed(leaf.children.back())) return;
    const std::size_t from = leaf.children.front().begin, end = leaf.children.back().end;
    std::vector<ClosedRange> closed;
    close_ranges(leaf.children, closed);
    for (ClosedRange& range : closed) range.begin -= from, range.end -= from;
    std::erase_if(closed, [](const ClosedRange& range) { return range.begin >= range.end; });
    std::ranges::sort(closed, {}, &ClosedRange::begin);
    const std::string_view text = std::string_view(source_.text()).substr(from, end - from);
    for (const TexSpan& span : tex_spans(text, closed)) {
      const SourceSpan place = source_.span(from + span.begin, from + span.end);
      if (!std::exchange(told, true)) report(place, file_, diagnostics_);
      const std::string code = as_code(text.substr(span.begin, span.end - span.begin));
      const std::string ticks = code.substr(0, code.find_first_not_of('`'));
      replacements.push_back({from + span.begin, from + span.begin, ticks});
      replacements.push_back({from + span.end, from + span.end, ticks});
    }
  }

  const SourceText& source_;
  std::string_view file_;
  DiagnosticSink& diagnostics_;
};

}  // namespace

void write_out_mathematics(SourceText& source, std::string_view file, const ReadOptions& options, DiagnosticSink& diagnostics) {
  if (!may_hold_tex(source)) return;
  std::optional<SyntaxNode> tree = tree_of(source, options);
  if (!tree) return;
  const std::size_t before = source.line_count();
  write_out_displays(source, *tree);
  if (source.line_count() != before) tree = tree_of(source, options);
  if (!tree) return;
  report_fences(*tree, file, diagnostics);
  InlineWriter writer(source, file, diagnostics);
  bool told = false;
  writer.look_at(*tree, told);
  // The tree has notes in the order in which they are referred to.
  std::ranges::stable_sort(writer.replacements, {}, &SourceText::Replacement::begin);
  if (!writer.replacements.empty()) source.replace(writer.replacements);
}

std::string with_mathematics_as_code(std::string_view line, SourceSpan span, std::string_view file, DiagnosticSink& diagnostics) {
  if (!may_hold_tex(line)) return std::string(line);
  std::vector<ClosedRange> code;
  for (std::size_t at = line.find('`'); at != line.npos;) {
    const std::optional<std::size_t> end = end_of_code_span(line, at);
    if (end) code.push_back({at, *end, true});
    at = line.find('`', end ? *end : end_of_backticks(line, at));
  }
  const std::vector<TexSpan> spans = tex_spans(line, code);
  if (!spans.empty()) report(span, file, diagnostics);
  std::string out;
  std::size_t from = 0;
  for (const TexSpan& tex : spans) {
    out.append(line.substr(from, tex.begin - from)).append(as_code(line.substr(tex.begin, tex.end - tex.begin)));
    from = tex.end;
  }
  return out.append(line.substr(from));
}

}  // namespace nbpublish
