#include "source/pipe_tables.h"

#include <fmt/format.h>

#include <algorithm>

#include "source/leaf_text.h"
#include "source/table_cells.h"

namespace nbpublish {
namespace {

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

// :---, ---:, :---: or ---
bool is_delimiter(std::string_view cell) {
  if (cell.starts_with(':')) cell.remove_prefix(1);
  if (cell.ends_with(':')) cell.remove_suffix(1);
  return !cell.empty() && cell.find_first_not_of('-') == cell.npos;
}

class Checker {
 public:
  Checker(const SourceText& source, std::string_view file, DiagnosticSink& diagnostics)
      : source_(source), file_(file), diagnostics_(diagnostics) {}

  void visit(const SyntaxNode& node, int quotes) {
    if (node.kind == SyntaxKind::Row) return check_row(node);
    if (node.kind == SyntaxKind::Paragraph) return check_paragraph(node, quotes);
    for (const SyntaxNode& child : node.children)
      if (child.kind < SyntaxKind::Text) visit(child, quotes + (node.kind == SyntaxKind::Quote ? 1 : 0));
  }

 private:
  void report(SourceSpan span, std::string message, std::string hint) {
    diagnostics_.report(DiagCode::TableCells, file_, span, std::move(message), std::move(hint));
  }

  void check_row(const SyntaxNode& row) {
    const std::size_t number = source_.line_of(row.begin), start = source_.line_start(number);
    const std::vector<CellRange> cells = cells_of_row(source_.line(number), row.begin - start);
    const std::size_t columns = row.children.size();
    if (cells.size() <= columns) return;
    report(source_.span(start + cells[columns].begin, start + cells.back().end),
           fmt::format("the row has {}, the table {}: the rest is left out", counted(cells.size(), "cell"),
                       counted(columns, "column")),
           R"(write \| for a bar inside a cell, in code too)");
  }

  void check_paragraph(const SyntaxNode& paragraph, int quotes) {
    const std::size_t first = source_.line_of(paragraph.begin), last = source_.line_of(paragraph.end);
    for (std::size_t number = first + 1; number <= last; ++number) {
      const std::string_view line = source_.line(number), above = source_.line(number - 1);
      if (line.find('|') == line.npos || above.find('|') == above.npos) continue;
      const std::size_t begin = content_offset(line, quotes);
      const std::vector<CellRange> dashes = cells_of_row(line, begin);
      const bool delimits = std::ranges::all_of(
          dashes, [&](const CellRange& cell) { return is_delimiter(line.substr(cell.begin, cell.end - cell.begin)); });
      const std::size_t from = number - 1 == first ? paragraph.begin - source_.line_start(first) : content_offset(above, quotes);
      const std::size_t heads = cells_of_row(above, from).size();
      if (dashes.empty() || !delimits || heads == dashes.size()) continue;
      const std::size_t start = source_.line_start(number);
      report(source_.span(start + begin, start + line.size()),
             fmt::format("this is no table: its head has {}, the line of dashes {}", counted(heads, "cell"),
                         counted(dashes.size(), "column")),
             "give each cell of the head its dashes, |---|---|");
    }
  }

  const SourceText& source_;
  std::string_view file_;
  DiagnosticSink& diagnostics_;
};

}  // namespace

void report_odd_tables(const SyntaxNode& places, const SourceText& source, std::string_view file,
                       DiagnosticSink& diagnostics) {
  Checker(source, file, diagnostics).visit(places, 0);
}

}  // namespace nbpublish
