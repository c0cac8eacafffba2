#include "layout/listing/wrap.h"

#include <algorithm>
#include <string>

#include "text/columns.h"

namespace nbpublish {
namespace {

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> ends) {
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view e) { return text.ends_with(e); });
}

bool is_good_break(std::string_view before, std::string_view after) {
  if (before.empty() || after.empty()) return false;
  if (before.back() == ' ') return true;
  if (ends_with_any(before, {",", ";", "{", "(", "[", "&&", "||", "=>"})) return true;
  if (before.back() == '=' && after.front() != '=' && after.front() != '>') return true;
  if (after.front() == '.') return before.back() != '.' && before.back() != '?';  // "..." and "?." stay whole
  return after.front() == '?' && before.back() != '?';
}

// The characters of a line, by number: where each begins, in bytes and in columns. The line's end stands last.
struct Characters {
  std::vector<std::uint32_t> at;
  std::vector<int> column;

  explicit Characters(std::string_view line) {
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
  // The last place that `columns` columns from `begin` reach; past one character in any case.
  int reach(int begin, int columns) const {
    const int edge = column[static_cast<std::size_t>(begin)] + columns;
    const auto past = std::upper_bound(column.begin() + begin, column.end(), edge);
    return std::max(static_cast<int>(past - column.begin()) - 1, begin + 1);
  }
};

// Appends what stands from `column` on, and moves that behind it.
void append_expanded(std::string& out, std::string_view text, int tab, int& column) {
  for (;;) {
    const std::size_t stop = text.find('\t');
    const std::string_view before = text.substr(0, stop);
    out += before;
    column += column_count(before);
    if (stop == std::string_view::npos) return;
    const int fill = tab - column % tab;
    out.append(static_cast<std::size_t>(fill), ' ');
    column += fill;
    text.remove_prefix(stop + 1);
  }
}

}  // namespace

std::vector<CodePiece> wrap_code(std::string_view line, int columns, const Style& style) {
  const Characters characters(line);
  const std::vector<std::uint32_t>& at = characters.at;
  const int length = characters.count();
  if (characters.column.back() <= columns) return {{0, at.back(), 0}};
  int own_indent = 0;
  while (own_indent < length && line[at[static_cast<std::size_t>(own_indent)]] == ' ') ++own_indent;
  // A deep indent must leave room for code: at least half of the columns.
  const int indent = std::min(own_indent + style.code_wrap_indent, columns / 2);

  std::vector<CodePiece> pieces;
  int begin = 0;
  while (begin < length) {
    const int room = columns - (begin == 0 ? 0 : indent);
    int end = characters.reach(begin, room);
    if (end < length) {
      // A place right after the edge counts where only spaces would pass it.
      const int least =
          std::max(begin + 1, begin == 0 ? std::max(end - style.code_wrap_window, own_indent + 1) : end - style.code_wrap_window);
      for (int place = end; place >= least; --place) {
        const auto offset = at[static_cast<std::size_t>(place)];
        if (!is_good_break(line.substr(0, offset), line.substr(offset))) continue;
        end = place;
        break;
      }
      while (end < length && line[at[static_cast<std::size_t>(end)]] == ' ') ++end;
    }
    pieces.push_back({at[static_cast<std::size_t>(begin)], at[static_cast<std::size_t>(end)], begin == 0 ? 0 : indent});
    begin = end;
  }
  return pieces;
}

std::string expand_tabs(std::string_view line, int tab) {
  std::string out;
  int column = 0;
  append_expanded(out, line, tab, column);
  return out;
}

void expand_tabs(HighlightedLine& line, int tab) {
  if (line.text.find('\t') == std::string::npos) return;
  std::string out;
  int column = 0;
  for (Token& token : line.tokens) {
    const std::string_view text = std::string_view(line.text).substr(token.begin, token.end - token.begin);
    token.begin = static_cast<std::uint32_t>(out.size());
    append_expanded(out, text, tab, column);
    token.end = static_cast<std::uint32_t>(out.size());
  }
  line.text = std::move(out);
}

}  // namespace nbpublish
