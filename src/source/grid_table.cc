#include "source/grid_table.h"

#include <algorithm>

#include "base/utf8.h"

namespace nbpublish {
namespace {

// Columns of a terminal: what authors line tables up by.
std::size_t width_of(char32_t c) {
  const bool joined = (c >= 0x300 && c <= 0x36F) || (c >= 0x200B && c <= 0x200D) || (c >= 0xFE00 && c <= 0xFE0F);
  const bool wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
                    (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
                    (c >= 0x1F300 && c <= 0x1F64F) || (c >= 0x1F900 && c <= 0x1F9FF) || (c >= 0x20000 && c <= 0x3FFFD);
  return joined ? 0 : wide ? 2 : 1;
}

std::size_t end_of_text(std::string_view line) { return line.find_last_not_of(" \t") + 1; }

// The bytes at which the columns of the line begin that the frame's `+` mark; empty if it has another mark there.
std::vector<std::size_t> marks_in(std::string_view line, std::size_t offset, const std::vector<std::size_t>& columns, char mark) {
  std::vector<std::size_t> bytes;
  std::size_t column = 0;
  for (std::size_t pos = offset; pos < line.size() && bytes.size() < columns.size();) {
    const std::size_t here = pos;
    const char32_t c = next_code_point(line, pos);
    if (column == columns[bytes.size()]) {
      if (c != static_cast<unsigned char>(mark)) return {};
      bytes.push_back(here);
    }
    column += width_of(c);
  }
  if (bytes.size() < columns.size() || bytes.back() + 1 != end_of_text(line)) return {};
  return bytes;
}

class GridReader {
 public:
  GridReader(const std::vector<std::string_view>& lines, std::size_t offset) : lines_(lines) {
    const std::string_view frame = lines.front().substr(offset, end_of_text(lines.front()) - offset);
    for (std::size_t i = 0; i < frame.size(); ++i)
      if (frame[i] == '+') columns_.push_back(i);
    take_alignment(frame);
  }

  std::optional<GridTable> read_grid_rows() {
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      const std::size_t offset = lines_[i].find_first_of("|+");
      if (offset == std::string_view::npos) break;
      if (is_grid_frame(lines_[i], offset)) {
        if (!end_row(i, offset)) return std::nullopt;
      } else if (lines_[i][offset] != '|') {
        break;  // text that follows without a blank line
      } else if (!add_line(i, offset)) {
        return std::nullopt;
      }
    }
    if (table_.rows.empty() || !row_.cells.empty()) return std::nullopt;
    return std::move(table_);
  }

 private:
  const std::vector<std::string_view>& lines_;
  std::vector<std::size_t> columns_;  // of the `+`, the last one at the table's right edge
  GridTable table_;
  GridRow row_;  // being read

  void take_alignment(std::string_view frame) {
    table_.columns.clear();
    for (std::size_t c = 0; c + 1 < columns_.size(); ++c) {
      const bool left = frame[columns_[c] + 1] == ':', right = frame[columns_[c + 1] - 1] == ':';
      table_.columns.push_back(left && right ? ColumnAlignment::Center
                               : right       ? ColumnAlignment::Right
                               : left        ? ColumnAlignment::Left
                                             : ColumnAlignment::Default);
    }
  }

  bool end_row(std::size_t i, std::size_t offset) {
    if (row_.cells.empty() || marks_in(lines_[i], offset, columns_, '+').empty()) return false;
    table_.rows.push_back(std::move(row_));
    row_ = {};
    table_.lines = i + 1;
    if (lines_[i].find('=', offset) == std::string_view::npos) return true;
    if (table_.rows.size() > 1) return false;  // a foot: not known to Documents
    table_.has_head = true;
    take_alignment(lines_[i].substr(offset, end_of_text(lines_[i]) - offset));
    return true;
  }

  bool add_line(std::size_t i, std::size_t offset) {
    const std::vector<std::size_t> marks = marks_in(lines_[i], offset, columns_, '|');
    if (marks.empty()) return false;
    row_.cells.resize(columns_.size() - 1);
    for (std::size_t c = 0; c + 1 < marks.size(); ++c) {
      const std::size_t begin = marks[c] + 1;
      const std::string_view text = lines_[i].substr(begin, marks[c + 1] - begin);
      row_.cells[c].push_back({i, begin, begin + end_of_text(text)});
    }
    return true;
  }
};

}  // namespace

bool is_grid_frame(std::string_view line, std::size_t offset) {
  const std::string_view frame = line.substr(offset, std::max(end_of_text(line), offset) - offset);
  if (frame.size() < 3 || frame.front() != '+' || frame.back() != '+' || frame.find("++") != frame.npos) return false;
  const char rule = frame.find('=') == frame.npos ? '-' : '=';
  return frame.find_first_not_of(rule == '=' ? "+=:" : "+-:") == frame.npos && frame.find(rule) != frame.npos;
}

std::optional<GridTable> read_grid_table(const std::vector<std::string_view>& lines, std::size_t offset) {
  return GridReader(lines, offset).read_grid_rows();
}

}  // namespace nbpublish
