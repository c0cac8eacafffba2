// CodeCharacters: a line of code as characters with their columns.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/columns.h"

namespace nbpublish {

// The characters of a line, by number: where each begins, in bytes and in columns. The line's end stands last.
struct CodeCharacters {
  std::string_view line;
  std::vector<std::uint32_t> at;
  std::vector<int> column;

  explicit CodeCharacters(std::string_view text) : line(text) {
    int columns = 0;
    for (const ColumnCluster& cluster : column_clusters(line)) {
      at.push_back(cluster.begin);
      column.push_back(columns);
      columns += cluster.columns;
    }
    at.push_back(static_cast<std::uint32_t>(line.size()));
    column.push_back(columns);
  }

  int count() const { return static_cast<int>(at.size()) - 1; }
  std::uint32_t byte(int character) const { return at[static_cast<std::size_t>(character)]; }
  bool is_blank(int character) const { return line[byte(character)] == ' '; }
  // Of the characters [begin, end).
  int columns(int begin, int end) const { return column[static_cast<std::size_t>(end)] - column[static_cast<std::size_t>(begin)]; }
  // The same without the blanks at their end.
  int written_columns(int begin, int end) const {
    while (end > begin && is_blank(end - 1)) --end;
    return columns(begin, end);
  }
  // The character that begins at `offset`, or the next.
  int character_at(std::uint32_t offset) const { return static_cast<int>(std::lower_bound(at.begin(), at.end(), offset) - at.begin()); }
  // The last place that `room` columns from `begin` reach; past one character in any case.
  int reach(int begin, int room) const {
    const int edge = column[static_cast<std::size_t>(begin)] + room;
    const auto past = std::upper_bound(column.begin() + begin, column.end(), edge);
    return std::max(static_cast<int>(past - column.begin()) - 1, begin + 1);
  }
  // Behind the blanks at `place`, not past `end`.
  int past_blanks(int place, int end) const {
    while (place < end && is_blank(place)) ++place;
    return place;
  }
};

}  // namespace nbpublish
