#include "source/cmark_tree.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <cstdlib>

#include "base/utf8.h"
#include "source/blank_lines.h"
#include "source/chapter_limits.h"
#include "source/leaf_text.h"
#include "source/locate_inlines.h"
#include "source/table_cells.h"

namespace nbpublish {
namespace {

std::string string_of(const char* text) { return text == nullptr ? std::string() : std::string(text); }

// By name, because extensions have no public constants; tables' heads and task items are kinds of their own.
constexpr std::pair<std::string_view, SyntaxKind> kNodeKinds[] = {
    {"document", SyntaxKind::Document},
    {"paragraph", SyntaxKind::Paragraph},
    {"heading", SyntaxKind::Heading},
    {"code_block", SyntaxKind::CodeBlock},
    {"html_block", SyntaxKind::HtmlBlock},
    {"list", SyntaxKind::List},
    {"item", SyntaxKind::Item},
    {"tasklist", SyntaxKind::Item},
    {"block_quote", SyntaxKind::Quote},
    {"table", SyntaxKind::Table},
    {"table_header", SyntaxKind::Row},
    {"table_row", SyntaxKind::Row},
    {"table_cell", SyntaxKind::Cell},
    {"thematic_break", SyntaxKind::ThematicBreak},
    {"text", SyntaxKind::Text},
    {"softbreak", SyntaxKind::SoftBreak},
    {"linebreak", SyntaxKind::LineBreak},
    {"code", SyntaxKind::Code},
    {"html_inline", SyntaxKind::HtmlInline},
    {"emph", SyntaxKind::Emphasis},
    {"strong", SyntaxKind::Strong},
    {"strikethrough", SyntaxKind::Strikeout},
    {"link", SyntaxKind::Link},
    {"image", SyntaxKind::Image},
};

SyntaxKind kind_of(cmark_node* node) {
  if (cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_REFERENCE) return SyntaxKind::NoteReference;
  if (cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION) return SyntaxKind::NoteDefinition;
  const std::string_view name = cmark_node_get_type_string(node);
  for (const auto& [known, kind] : kNodeKinds)
    if (name == known) return kind;
  return SyntaxKind::UnknownBlock;
}

void append_inlines(std::vector<SyntaxNode>& list, cmark_node* parent, bool in_link);

// cmark-gfm makes links of addresses inside a link's words, and of those in a picture's; they are its words.
std::vector<SyntaxNode> inlines_of(cmark_node* parent, bool in_link = false) {
  std::vector<SyntaxNode> list;
  append_inlines(list, parent, in_link);
  std::erase_if(list, [](const SyntaxNode& n) { return n.kind == SyntaxKind::Text && n.text.empty(); });
  return list;
}

void append_inlines(std::vector<SyntaxNode>& list, cmark_node* parent, bool in_link) {
  for (cmark_node* child = cmark_node_first_child(parent); child != nullptr; child = cmark_node_next(child)) {
    const SyntaxKind kind = kind_of(child);
    const std::string text = string_of(cmark_node_get_literal(child));
    if (kind == SyntaxKind::Text) {
      append_text(list, sanitise(text));  // entities may have stood for anything
      continue;
    }
    if (kind == SyntaxKind::Link && in_link) {
      append_inlines(list, child, true);
      continue;
    }
    SyntaxNode& node = list.emplace_back(SyntaxNode{.kind = kind, .text = text});
    node.href = sanitise(string_of(cmark_node_get_url(child)));
    node.title = sanitise(string_of(cmark_node_get_title(child)));
    if (kind == SyntaxKind::NoteReference) node.level = std::atoi(node.text.c_str());
    node.children = inlines_of(child, in_link || kind == SyntaxKind::Link || kind == SyntaxKind::Image);
  }
}

void place_all(std::vector<SyntaxNode>& nodes, SourceSpan span) {
  for (SyntaxNode& node : nodes) {
    node.span = span;
    place_all(node.children, span);
  }
}

// The names of a line's definitions in the order in which its references count them.
std::vector<std::string> names_of_definitions(cmark_node* root, const std::vector<std::string>& notes) {
  std::vector<std::string> names;
  for (cmark_node* block = cmark_node_first_child(root); block != nullptr; block = cmark_node_next(block)) {
    if (kind_of(block) != SyntaxKind::NoteDefinition) continue;
    const std::string number = syntax_text(inlines_of(cmark_node_first_child(block)));
    names.push_back(notes.at(static_cast<std::size_t>(std::atoi(number.c_str()))));
  }
  return names;
}

void name_notes(std::vector<SyntaxNode>& inlines, const std::vector<std::string>& names) {
  for (SyntaxNode& node : inlines) {
    name_notes(node.children, names);
    const bool named = node.kind == SyntaxKind::NoteReference && node.level > 0 && static_cast<std::size_t>(node.level) <= names.size();
    if (named) node.info = names[static_cast<std::size_t>(node.level) - 1];
  }
}

class TreeReader {
 public:
  explicit TreeReader(const SourceText& source) : source_(source) {}

  SyntaxNode block(cmark_node* from) {
    SyntaxNode node{.kind = kind_of(from)};
    set_place(from, node);
    switch (node.kind) {
      case SyntaxKind::Paragraph:
      case SyntaxKind::Heading:
        read_leaf(from, node);
        break;
      case SyntaxKind::CodeBlock:
        read_code(from, node);
        break;
      case SyntaxKind::HtmlBlock:
        node.text = string_of(cmark_node_get_literal(from));
        set_bytes(lines_of(from), node);
        node.lines = places_of(node.text, lines_of(from).first);
        break;
      case SyntaxKind::Row:
        read_row(from, node);
        break;
      default:
        read_container(from, node);
    }
    return node;
  }

 private:
  // First and last line of a node, last one held inside the file; cmark gives 0 as the column of some ends.
  struct Lines {
    std::size_t first = 1, last = 1, offset = 0;
  };
  Lines lines_of(cmark_node* from) const {
    Lines lines;
    const auto clamp = [&](int line) { return std::clamp<std::size_t>(line < 1 ? 1 : line, 1, source_.line_count()); };
    lines.first = clamp(cmark_node_get_start_line(from));
    lines.last = std::max(lines.first, clamp(cmark_node_get_end_line(from)));
    const int column = cmark_node_get_start_column(from);
    lines.offset = std::min<std::size_t>(column < 1 ? 0 : column - 1, source_.line(lines.first).size());
    return lines;
  }

  void set_place(cmark_node* from, SyntaxNode& node) const {
    Lines lines = lines_of(from);
    if (node.kind != SyntaxKind::CodeBlock)
      while (lines.last > lines.first && is_blank_in_quote(source_.line(lines.last))) --lines.last;
    std::string_view last = source_.line(lines.last);
    while (last.ends_with(' ') || last.ends_with('\t')) last.remove_suffix(1);
    const std::size_t begin = source_.line_start(lines.first) + lines.offset;
    node.span = source_.span(begin, std::max(begin, source_.line_start(lines.last) + last.size()));
  }

  void read_leaf(cmark_node* from, SyntaxNode& node) {
    const Lines lines = lines_of(from);
    std::size_t offset = lines.offset;
    if (node.kind == SyntaxKind::Heading) {
      node.level = cmark_node_get_heading_level(from);
      const std::string_view line = source_.line(lines.first);
      if (lines.first == lines.last) offset = std::min(line.find_first_not_of('#', offset), line.size());
    }
    node.begin = source_.line_start(lines.first) + offset;
    node.end = source_.line_start(lines.last) + source_.line(lines.last).size();
    node.children = inlines_of(from);
    locate_inlines(node.children, LeafText::lines(source_, lines.first, lines.last, offset, quotes_), source_);
  }

  void set_bytes(const Lines& lines, SyntaxNode& node) const {
    node.begin = source_.line_start(lines.first) + lines.offset;
    node.end = source_.line_start(lines.last) + source_.line(lines.last).size();
  }

  // Where the lines of a literal stand in those of the file, from line `number` on: behind what containers have of them.
  std::vector<SourceSpan> places_of(std::string_view literal, std::size_t number) const {
    std::vector<SourceSpan> places;
    for (; !literal.empty() && number <= source_.line_count(); ++number) {
      const std::size_t feed = std::min(literal.find('\n'), literal.size());
      const std::string_view line = literal.substr(0, feed), whole = source_.line(number);
      const std::size_t begin = source_.line_start(number) + (whole.ends_with(line) ? whole.size() - line.size() : 0);
      places.push_back(source_.span(begin, source_.line_start(number) + whole.size()));
      literal.remove_prefix(std::min(feed + 1, literal.size()));
    }
    return places;
  }

  void read_code(cmark_node* from, SyntaxNode& node) {
    node.text = string_of(cmark_node_get_literal(from));
    node.info = string_of(cmark_node_get_fence_info(from));
    int length = 0, offset = 0;
    char mark = 0;
    const bool fenced = cmark_node_get_fenced(from, &length, &offset, &mark) != 0;
    const Lines lines = lines_of(from);
    set_bytes(lines, node);
    node.lines = places_of(node.text, lines.first + (fenced ? 1 : 0));
    if (!fenced || node.info.empty()) return;
    const std::string_view line = source_.line(lines.first);
    const std::size_t begin = line.find_first_not_of(" \t", line.find_first_not_of(mark, lines.offset));
    const std::size_t end = line.find_last_not_of(" \t") + 1;
    if (begin == line.npos || begin >= end || line[lines.offset] != mark) return;
    const std::size_t start = source_.line_start(lines.first);
    node.info_span = source_.span(start + begin, start + end);
  }

  void read_row(cmark_node* from, SyntaxNode& node) {
    const Lines lines = lines_of(from);
    const std::string_view line = source_.line(lines.first);
    const std::size_t offset = content_offset_of_row(lines, line), start = source_.line_start(lines.first);
    const std::vector<CellRange> ranges = cells_of_row(line, offset);
    node.begin = start + offset;
    node.end = start + line.size();
    std::size_t index = 0;
    for (cmark_node* child = cmark_node_first_child(from); child != nullptr; child = cmark_node_next(child), ++index) {
      SyntaxNode& cell = node.children.emplace_back(SyntaxNode{.kind = SyntaxKind::Cell, .span = node.span});
      cell.children = inlines_of(child);
      if (index >= ranges.size()) continue;  // cells that the row leaves out
      const CellRange& range = ranges[index];
      cell.span = source_.span(start + range.begin, start + range.end);
      locate_inlines(cell.children, LeafText::range(source_, start + range.begin, start + range.end), source_);
    }
  }

  // cmark counts a row's column from the table's first line; a row of its own may stand elsewhere.
  std::size_t content_offset_of_row(const Lines& lines, std::string_view line) const {
    return std::max(lines.offset, content_offset(line, quotes_));
  }

  void read_container(cmark_node* from, SyntaxNode& node) {
    const int around = quotes_;
    if (node.kind == SyntaxKind::Quote) ++quotes_;
    if (node.kind == SyntaxKind::NoteDefinition) quotes_ = quotes_of(source_.line(lines_of(from).first));
    for (cmark_node* child = cmark_node_first_child(from); child != nullptr; child = cmark_node_next(child))
      node.children.push_back(block(child));
    quotes_ = around;
  }

  // cmark-gfm moves definitions to the end of the document, wherever they stood.
  static int quotes_of(std::string_view line) {
    const std::string_view marks = line.substr(0, std::min(line.find_first_not_of(" \t>"), line.size()));
    return static_cast<int>(std::ranges::count(marks, '>'));
  }

  const SourceText& source_;
  int quotes_ = 0;
};

}  // namespace

SyntaxNode syntax_of(const CmarkDocument& document, const SourceText& source) { return TreeReader(source).block(document.root()); }

std::optional<std::vector<SyntaxNode>> syntax_of_line(std::string_view text, SourceSpan span, const std::vector<std::string>& notes) {
  // What no block begins with, so that "1. x" and "# x" are no list and heading, and a blank, so that *x*
  // stays emphasis.
  constexpr std::string_view kStart = ". ";
  std::string line(kStart);
  for (const char c : text) line += c == '\n' || c == '\r' ? ' ' : c;
  // A definition holds the number of its name, because cmark-gfm sorts them by their first references.
  for (std::size_t i = 0; i < notes.size(); ++i) line += "\n\n[^" + notes[i] + "]: " + std::to_string(i);
  const CmarkDocument parsed(line);
  if (check_shape(parsed.shape(), {})) return std::nullopt;
  std::vector<SyntaxNode> inlines = inlines_of(cmark_node_first_child(parsed.root()));
  name_notes(inlines, names_of_definitions(parsed.root(), notes));
  inlines.front().text.erase(0, kStart.size());
  if (inlines.front().text.empty()) inlines.erase(inlines.begin());
  place_all(inlines, span);
  return inlines;
}

}  // namespace nbpublish
