#include "layout/listing/wrap.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"

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

// Byte offsets of the characters of `text`, its size last.
std::vector<std::uint32_t> character_offsets(std::string_view text) {
  std::vector<std::uint32_t> offsets;
  std::size_t pos = 0;
  while (pos < text.size()) {
    offsets.push_back(static_cast<std::uint32_t>(pos));
    next_code_point(text, pos);
  }
  offsets.push_back(static_cast<std::uint32_t>(text.size()));
  return offsets;
}

}  // namespace

std::vector<CodePiece> wrap_code(std::string_view line, int columns, const Style& style) {
  const std::vector<std::uint32_t> at = character_offsets(line);
  const int length = static_cast<int>(at.size()) - 1;
  if (length <= columns) return {{0, at.back(), 0}};
  int own_indent = 0;
  while (own_indent < length && line[at[static_cast<std::size_t>(own_indent)]] == ' ') ++own_indent;
  // A deep indent must leave room for code: at least half of the columns.
  const int indent = std::min(own_indent + style.code_wrap_indent, columns / 2);

  std::vector<CodePiece> pieces;
  int begin = 0;
  while (begin < length) {
    const int room = columns - (begin == 0 ? 0 : indent);
    int end = std::min(begin + room, length);
    if (end < length) {
      // A place right after the edge counts where only spaces would pass it.
      const int least = std::max(begin + 1, begin == 0 ? std::max(end - style.code_wrap_window, own_indent + 1) : end - style.code_wrap_window);
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
  for (std::size_t pos = 0; pos < line.size();) {
    const std::size_t from = pos;
    const char32_t c = next_code_point(line, pos);
    if (c == '\t') {
      const int fill = tab - column % tab;
      out.append(static_cast<std::size_t>(fill), ' ');
      column += fill;
    } else {
      out += line.substr(from, pos - from);
      ++column;
    }
  }
  return out;
}

}  // namespace nbpublish
