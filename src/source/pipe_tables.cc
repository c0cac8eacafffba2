#include "source/pipe_tables.h"

#include <fmt/format.h>

#include <algorithm>

#include "source/paragraph_lines.h"
#include "source/table_cells.h"

namespace nbpublish {
namespace {

std::string counted(std::size_t count, std::string_view noun) { return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s"); }

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

  void check(const SyntaxNode& block, int quotes) {
    if (block.kind == SyntaxKind::Row) check_row(block);
    else check_paragraph(lines_of(block, source_, quotes));
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
           fmt::format("the row has {}, the table {}: the rest is left out", counted(cells.size(), "cell"), counted(columns, "column")),
           R"(write \| for a bar inside a cell, in code too)");
  }

  void check_paragraph(const std::vector<ParagraphLine>& lines) {
    for (std::size_t i = 1; i < lines.size(); ++i) {
      const ParagraphLine &line = lines[i], &above = lines[i - 1];
      if (line.text.find('|') == line.text.npos || above.text.find('|') == above.text.npos) continue;
      const std::vector<CellRange> dashes = cells_of_row(line.text, line.begin);
      const bool delimits = std::ranges::all_of(
          dashes, [&](const CellRange& cell) { return is_delimiter(line.text.substr(cell.begin, cell.end - cell.begin)); });
      const std::size_t heads = cells_of_row(above.text, above.begin).size();
      if (dashes.empty() || !delimits || heads == dashes.size()) continue;
      report(
          source_.span(line.start + line.begin, line.start + line.text.size()),
          fmt::format("this is no table: its head has {}, the line of dashes {}", counted(heads, "cell"), counted(dashes.size(), "column")),
          "give each cell of the head its dashes, |---|---|");
    }
  }

  const SourceText& source_;
  std::string_view file_;
  DiagnosticSink& diagnostics_;
};

}  // namespace

void report_odd_tables(const SyntaxNode& places, const SourceText& source, std::string_view file, DiagnosticSink& diagnostics) {
  Checker checker(source, file, diagnostics);
  for_each_leaf_block(places, [&](const SyntaxNode& block, int quotes) { checker.check(block, quotes); });
}

}  // namespace nbpublish
