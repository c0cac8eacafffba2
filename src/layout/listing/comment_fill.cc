#include "layout/listing/comment_fill.h"

#include <limits>

namespace nbpublish {
namespace {

constexpr int kLeastText = 8;  // columns of a comment's words on a line

// The comment's mark with the blanks behind it, if it is one that every line of a comment may begin with; else nothing.
int mark_end(const CodeCharacters& characters, int begin, int end) {
  constexpr std::string_view kMarks = "/#*";
  const auto is_mark = [&](int i) { return kMarks.find(characters.line[characters.byte(i)]) != std::string_view::npos; };
  int behind = begin;
  while (behind < end && is_mark(behind)) ++behind;
  const auto mark = characters.line.substr(characters.byte(begin), characters.byte(behind) - characters.byte(begin));
  const char first = mark.empty() ? ' ' : mark.front();
  const bool is_one = mark.find_first_not_of(first) == std::string_view::npos;
  const bool is_whole = first == '#' || (first == '*' && mark.size() == 1) || (first == '/' && mark.size() > 1);
  return is_one && is_whole && behind < end && characters.is_blank(behind) ? characters.past_blanks(behind, end) : begin;
}

// Ends of what stays together in [begin, end): words with the blanks behind them; longer ones than `room` at the column.
std::vector<int> word_ends(const CodeCharacters& characters, int begin, int end, int room) {
  std::vector<int> ends;
  for (int at = begin; at < end;) {
    int stop = at;
    const int reach = std::min(characters.reach(at, room), end);
    while (stop < reach && !characters.is_blank(stop)) ++stop;
    at = characters.past_blanks(stop, end);
    ends.push_back(at);
  }
  return ends;
}

// Lines of the words, each ended by as many as fit; gives how many there are.
std::size_t count_lines(const CodeCharacters& characters, int begin, const std::vector<int>& ends, int width) {
  std::size_t lines = 1;
  int from = begin, before = begin;
  for (const int stop : ends) {
    if (before > from && characters.written_columns(from, stop) > width) from = before, ++lines;
    before = stop;
  }
  return lines;
}

// The narrowest width that needs no more lines than `room` does.
int narrowest(const CodeCharacters& characters, int begin, const std::vector<int>& ends, int room) {
  const std::size_t lines = count_lines(characters, begin, ends, room);
  int low = 1, high = room;
  while (low < high) {
    const int middle = (low + high) / 2;
    if (count_lines(characters, begin, ends, middle) <= lines) high = middle;
    else low = middle + 1;
  }
  // A word that is wider by itself asks for its own width.
  int word = begin, widest = high;
  for (const int stop : ends) widest = std::max(widest, characters.written_columns(word, stop)), word = stop;
  return widest;
}

// Ends of the lines that differ least in length, none wider than `width`.
std::vector<int> even_lines(const CodeCharacters& characters, int begin, const std::vector<int>& ends, int width) {
  const std::size_t count = ends.size();
  std::vector<std::int64_t> cost(count + 1, std::numeric_limits<std::int64_t>::max());
  std::vector<std::size_t> next(count + 1, count);
  cost[count] = 0;
  for (std::size_t first = count; first-- > 0;) {
    const int from = first == 0 ? begin : ends[first - 1];
    for (std::size_t last = first; last < count; ++last) {
      const int columns = characters.written_columns(from, ends[last]);
      if (columns > width && last > first) break;
      const std::int64_t lack = width - columns;
      const std::int64_t total = lack * lack + cost[last + 1];
      if (total < cost[first]) cost[first] = total, next[first] = last + 1;
    }
  }
  std::vector<int> lines;
  for (std::size_t word = 0; word < count; word = next[word]) lines.push_back(ends[next[word] - 1]);
  return lines;
}

}  // namespace

std::vector<CodePiece> fill_comment(const CodeCharacters& characters, int begin, int end, int indent, int turnover, int columns) {
  const int mark = characters.past_blanks(begin, end);
  int text = mark_end(characters, mark, end);
  // A deep indent, or the words after a wide gap, must leave room.
  if (columns - indent - characters.columns(begin, text) < kLeastText) text = mark;
  const int first_left = indent + characters.columns(begin, text), left = text > mark ? first_left : turnover;
  const int room = std::max(columns - std::max(first_left, left), 1);
  const std::vector<int> ends = word_ends(characters, text, end, room);
  const std::string ghost(characters.line.substr(characters.byte(mark), characters.byte(text) - characters.byte(mark)));
  std::vector<CodePiece> pieces;
  int from = begin;
  for (const int stop : even_lines(characters, text, ends, narrowest(characters, text, ends, room))) {
    const bool first = pieces.empty();
    pieces.push_back({characters.byte(from), characters.byte(stop), first ? indent : left, first ? std::string() : ghost});
    from = stop;
  }
  if (pieces.empty()) pieces.push_back({characters.byte(begin), characters.byte(end), indent, {}});
  return pieces;
}

}  // namespace nbpublish
