#include "source/grid_tables.h"

#include <algorithm>

#include "source/fenced_lines.h"
#include "source/grid_table.h"

namespace nbpublish {
namespace {

constexpr std::size_t kMostCells = 50'000;  // as in other tables

std::string_view align_attribute(ColumnAlignment column) {
  switch (column) {
    case ColumnAlignment::Left:
      return " align=\"left\"";
    case ColumnAlignment::Right:
      return " align=\"right\"";
    case ColumnAlignment::Center:
      return " align=\"center\"";
    default:
      return "";
  }
}

// One table's lines, as HTML.
class Writer {
 public:
  // `first` is the table's first line; `mark` what stands before it, `lead` before its other lines.
  Writer(const SourceText& source, std::size_t first, std::string_view mark, std::string_view lead)
      : source_(source), first_(first), lead_(lead), blank_(lead.substr(0, lead.find_last_not_of(' ') + 1)) {
    lines_.push_back({std::string(mark) + "<table>", first, mark.size(), mark.size()});
  }

  std::vector<SourceText::MadeLine> write_html_table(const GridTable& table) {
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      const bool head = r == 0 && table.has_head;
      add_tag(head ? "<thead><tr>" : "<tr>", table.rows[r].cells.front().front());
      for (std::size_t c = 0; c < table.rows[r].cells.size(); ++c) add_cell(table.rows[r].cells[c], head ? "th" : "td", table.columns[c]);
      add_tag(head ? "</tr></thead>" : "</tr>", table.rows[r].cells.back().back());
    }
    add_tag("</table>", {table.lines - 1, source_.line(first_ + table.lines - 1).size(), 0});
    // What follows without a blank line is no part of the table.
    add_blank(table.lines - 1);
    return std::move(lines_);
  }

 private:
  const SourceText& source_;
  std::size_t first_;
  std::string lead_, blank_;
  std::vector<SourceText::MadeLine> lines_;

  void add_blank(std::size_t line) { lines_.push_back({blank_, first_ + line, 0, 0}); }
  void add_tag(const std::string& tag, const GridLine& at) { lines_.push_back({lead_ + tag, first_ + at.line, at.begin, at.begin}); }

  void add_cell(const GridCell& cell, const std::string& element, ColumnAlignment column) {
    add_tag("<" + element + std::string(align_attribute(column)) + ">", cell.front());
    add_blank(cell.front().line);
    // A blank is the frame's, if all lines begin with it.
    const bool padded = std::ranges::all_of(
        cell, [&](const GridLine& line) { return line.begin >= line.end || source_.line(first_ + line.line)[line.begin] == ' '; });
    std::string text;
    for (GridLine line : cell) {
      if (line.begin >= line.end) {
        add_blank(line.line);
        text += "\n";
        continue;
      }
      if (padded) ++line.begin;
      lines_.push_back({lead_, first_ + line.line, line.begin, line.end});
      text += std::string(source_.line(first_ + line.line).substr(line.begin, line.end - line.begin)) + "\n";
    }
    close_fence(text, cell.back());
    add_blank(cell.back().line);
    add_tag("</" + element + ">", cell.back());
    add_blank(cell.back().line);
  }

  // A fence that the cell leaves open would take in the rest of the table.
  void close_fence(const std::string& text, const GridLine& last) {
    if (!fenced_lines(SourceText(text + "x")).back()) return;
    for (const char mark : {'`', '~'}) {
      std::string fence(3, mark);
      while (text.find(fence + mark) != std::string::npos) fence += mark;
      if (!fenced_lines(SourceText(text + fence + "\nx")).back()) return add_tag(fence, last);
    }
  }
};

class GridFinder {
 public:
  GridFinder(const SourceText& source, std::string_view file, DiagnosticSink& diagnostics)
      : source_(source), file_(file), diagnostics_(diagnostics) {}

  std::vector<SourceText::Rewritten> find_tables(const SyntaxNode& node) {
    visit(node);
    std::ranges::sort(found_, {}, &SourceText::Rewritten::first);
    return std::move(found_);
  }

 private:
  const SourceText& source_;
  std::string_view file_;
  DiagnosticSink& diagnostics_;
  std::vector<SourceText::Rewritten> found_;
  std::size_t cells_ = 0;

  void visit(const SyntaxNode& node) {
    if (node.kind == SyntaxKind::Paragraph) return add(node);
    for (const SyntaxNode& child : node.children)
      if (child.kind < SyntaxKind::Text) visit(child);
  }

  void add(const SyntaxNode& paragraph) {
    const std::size_t first = paragraph.span.line, last = std::min<std::size_t>(paragraph.span.end_line, source_.line_count());
    if (first == 0 || last <= first) return;
    const std::size_t offset = source_.line(first).find('+');
    if (offset == std::string_view::npos || source_.line(first).find_first_not_of(" \t>-*.)0123456789") != offset ||
        !is_grid_frame(source_.line(first), offset) || source_.line(first + 1).find('|') == std::string_view::npos)
      return;
    std::vector<std::string_view> lines;
    for (std::size_t number = first; number <= last; ++number) lines.push_back(source_.line(number));
    const std::optional<GridTable> table = read_grid_table(lines, offset);
    if (table) cells_ += table->rows.size() * table->columns.size();
    if (!table || cells_ > kMostCells) {
      diagnostics_.report(DiagCode::UnreadBlock, file_, paragraph.span, "this looks like a grid table, but its columns don't line up",
                          "each line needs a | or + below each + of the first; cells cannot be merged");
      return;
    }
    const std::string_view second = lines[1];
    const SourceText::Rewritten part{
        first, first + table->lines - 1,
        Writer(source_, first, lines[0].substr(0, offset), second.substr(0, second.find('|'))).write_html_table(*table)};
    found_.push_back(part);
  }
};

}  // namespace

bool write_out_grid_tables(const SyntaxNode& places, SourceText& source, std::string_view file, DiagnosticSink& diagnostics) {
  const std::vector<SourceText::Rewritten> tables = GridFinder(source, file, diagnostics).find_tables(places);
  if (!tables.empty()) source.rewrite(tables);
  return !tables.empty();
}

}  // namespace nbpublish
