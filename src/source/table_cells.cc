#include "source/table_cells.h"

#include <algorithm>

#include "base/ascii.h"

namespace nbpublish {
namespace {

CellRange trimmed(std::string_view line, std::size_t begin, std::size_t end) {
  while (begin < end && is_markdown_blank(line[begin])) ++begin;
  while (end > begin && is_markdown_blank(line[end - 1])) --end;
  return {begin, end};
}

}  // namespace

std::vector<CellRange> cells_of_row(std::string_view line, std::size_t offset) {
  std::vector<CellRange> cells;
  std::size_t begin = offset;
  while (begin < line.size() && is_markdown_blank(line[begin])) ++begin;
  if (begin < line.size() && line[begin] == '|') ++begin;
  for (std::size_t pos = begin; pos < line.size(); ++pos) {
    if (line[pos] == '\\') {
      ++pos;
    } else if (line[pos] == '|') {
      cells.push_back(trimmed(line, begin, pos));
      begin = pos + 1;
    }
  }
  const CellRange rest = trimmed(line, std::min(begin, line.size()), line.size());
  if (rest.begin < rest.end) cells.push_back(rest);
  return cells;
}

}  // namespace nbpublish
