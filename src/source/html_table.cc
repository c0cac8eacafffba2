#include "source/html_table.h"

#include <algorithm>
#include <iterator>

#include "base/ascii.h"

namespace nbpublish {
namespace {

constexpr std::size_t kMostColumns = 60;
constexpr int kMostReach = 1'000;             // rows that one cell may be merged over
constexpr std::size_t kMostPadding = 50'000;  // empty cells added to short rows

int number_of(const std::string& attribute, int most) {
  int number = 0;
  for (const char c : attribute)
    if (is_digit(c) && number < most) number = number * 10 + (c - '0');
  return std::clamp(number, 1, most);
}

ColumnAlignment alignment_of(const HtmlToken& tag) {
  const std::string said = lowered(tag.attribute("align") + " " + tag.attribute("style"));
  const auto says = [&](std::string_view word) {
    const std::size_t at = said.find("text-align");
    return said.starts_with(word) || (at != said.npos && said.find(word, at) != said.npos);
  };
  if (says("right")) return ColumnAlignment::Right;
  if (says("center")) return ColumnAlignment::Center;
  if (says("left")) return ColumnAlignment::Left;
  return ColumnAlignment::Default;
}

}  // namespace

void HtmlTable::begin_row() {
  rows_.push_back({{}, in_head_});
  row_open_ = true;
}

void HtmlTable::add_empty(SourceSpan span) { rows_.back().cells.cells.emplace_back().span = span; }

// Columns that cells of the rows above reach into.
void HtmlTable::fill_reached(SourceSpan span) {
  std::vector<TableCell>& cells = rows_.back().cells.cells;
  while (cells.size() < reaching_.size() && reaching_[cells.size()] > 0) {
    --reaching_[cells.size()];
    add_empty(span);
  }
}

void HtmlTable::add_cell(const HtmlToken& tag, SourceSpan span, Blocks blocks) {
  if (!row_open_) begin_row();
  fill_reached(span);
  std::vector<TableCell>& cells = rows_.back().cells.cells;
  if (cells.size() == kMostColumns) return void(std::ranges::move(blocks, std::back_inserter(cells.back().blocks)));
  const int wide = number_of(tag.attribute("colspan"), static_cast<int>(kMostColumns - cells.size()));
  const int high = number_of(tag.attribute("rowspan"), kMostReach);
  merges_ = merges_ || wide > 1 || high > 1;
  rows_.back().is_head = rows_.back().is_head || (rows_.size() == 1 && tag.is("th") && cells.empty());
  if (rows_.size() == 1 && !in_head_ && tag.is("td")) rows_.back().is_head = false;
  const std::size_t column = cells.size();
  cells.push_back({0, span, std::move(blocks)});
  for (int i = 1; i < wide; ++i) add_empty(span);
  reaching_.resize(std::max(reaching_.size(), cells.size()));
  columns_.resize(reaching_.size());
  for (std::size_t c = column; c < cells.size(); ++c) reaching_[c] = high - 1;
  if (columns_[column] == ColumnAlignment::Default) columns_[column] = alignment_of(tag);
}

Table HtmlTable::finish() {
  Table table;
  table.columns = columns_;
  table.caption = std::move(caption);
  std::size_t padded = 0;
  for (Row& row : rows_) {
    std::vector<TableCell>& cells = row.cells.cells;
    if (cells.empty()) continue;
    const SourceSpan span = cells.back().span;
    for (; cells.size() < columns_.size() && padded < kMostPadding; ++padded) cells.emplace_back().span = span;
    if (row.is_head && table.head.cells.empty() && table.rows.empty()) {
      table.head = std::move(row.cells);
    } else {
      table.rows.push_back(std::move(row.cells));
    }
  }
  return table;
}

}  // namespace nbpublish
