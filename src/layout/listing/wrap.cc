#include "layout/listing/wrap.h"

#include <algorithm>
#include <string>

#include "layout/listing/break_costs.h"
#include "layout/listing/code_characters.h"
#include "layout/listing/comment_fill.h"
#include "text/columns.h"

namespace nbpublish {
namespace {

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

constexpr int kLeastRest = 8, kLessRest = 5;  // columns of a row that goes on, where the line allows it
constexpr int kLeastComment = 5;              // columns of a comment that moves to a row of its own
// What a place before the window costs, and one that leaves next to nothing before it: less than a bracket, more than one.
constexpr int kEarly = kBracketDepth - 3, kVeryEarly = kBracketDepth + 2;
constexpr int kVeryEarlyPart = 5;  // of the columns

class LineWrapper {
 public:
  LineWrapper(const HighlightedLine& line, int columns, const Style& style)
      : line_(line), characters_(line.text), columns_(columns), window_(style.code_wrap_window) {
    own_indent_ = characters_.past_blanks(0, characters_.count());
    // A deep indent must leave room for code: at least half of the columns.
    indent_ = std::min(own_indent_ + style.code_wrap_indent, columns / 2);
  }

  std::vector<CodePiece> wrap() {
    const int count = characters_.count();
    if (characters_.columns(0, count) <= columns_) return {{0, characters_.byte(count), 0, {}}};
    costs_ = break_costs(line_);
    const int comment = comment_begin();
    const bool is_comment = comment <= own_indent_;
    if (is_comment && own_indent_ <= columns_ / 2) return fill_comment(characters_, 0, count, 0, indent_, columns_);
    if (is_comment || characters_.written_columns(comment, count) < kLeastComment) wrap_code_part(count);
    else wrap_with_comment(comment);
    return std::move(pieces_);
  }

 private:
  const HighlightedLine& line_;
  const CodeCharacters characters_;
  const int columns_, window_;
  int own_indent_ = 0, indent_ = 0;
  std::vector<int> costs_;
  int end_ = 0, last_word_ = 0;  // of the code before a comment: its end and its last character that is no bracket or mark
  std::vector<CodePiece> pieces_;

  // Of the comment that ends the line; the line's end if there is none.
  int comment_begin() const {
    if (line_.tokens.empty() || line_.tokens.back().kind != TokenKind::Comment) return characters_.count();
    return characters_.character_at(line_.tokens.back().begin);
  }

  // A comment that does not fit behind its code moves whole.
  void wrap_with_comment(int comment) {
    wrap_code_part(comment);
    const int count = characters_.count(), last = characters_.character_at(pieces_.back().begin);
    if (pieces_.back().indent + characters_.written_columns(last, count) <= columns_) {
      pieces_.back().end = characters_.byte(count);
      return;
    }
    for (CodePiece& piece : fill_comment(characters_, comment, count, indent_, indent_, columns_)) pieces_.push_back(std::move(piece));
  }

  // The characters before `end`.
  void wrap_code_part(int end) {
    end_ = end;
    while (end_ > 0 && characters_.is_blank(end_ - 1)) --end_;
    constexpr std::string_view kScraps = ")]};,{([\"'` ";
    const std::size_t word = std::string_view(line_.text).substr(0, characters_.byte(end_)).find_last_not_of(kScraps);
    last_word_ = word == std::string_view::npos ? 0 : characters_.character_at(static_cast<std::uint32_t>(word));
    for (int begin = 0; begin < end;) {
      const int indent = begin == 0 ? 0 : indent_;
      const bool fits = begin >= end_ || characters_.columns(begin, end_) <= columns_ - indent;
      const int stop = fits ? end : best_break(begin, columns_ - indent);
      pieces_.push_back({characters_.byte(begin), characters_.byte(stop), indent, {}});
      begin = stop;
    }
  }

  // Where the row from `begin` on ends.
  int best_break(int begin, int room) const {
    const int edge = characters_.reach(begin, room);
    for (const int least : {kLeastRest, kLessRest, 1})
      if (const int place = cheapest(begin, edge, least); place > begin) return place;
    return forced_break(begin, edge);
  }

  // The place that costs least; of equal ones that which leaves the longest rest in the window at the row's end, the last before it.
  // `begin` if there is none that leaves as much as `least` columns, and no more than its rows hold.
  int cheapest(int begin, int edge, int least) const {
    const int most_rest = most_of_rest(edge);
    int best = begin, best_cost = kNoBreak;
    // A place behind the edge counts where only blanks would pass it.
    for (int place = characters_.past_blanks(edge, end_); place > std::max(begin, own_indent_); --place) {
      if (place > last_word_ || rest_from(place) < least) continue;
      if (rest_from(place) > most_rest) break;
      const int cost = cost_of(begin, place, edge);
      if (cost < best_cost || (cost == best_cost && cost < kNoBreak && place >= edge - window_)) best = place, best_cost = cost;
    }
    return best;
  }

  // What the fewest rows hold that what stands behind the edge needs.
  int most_of_rest(int edge) const {
    const int room = std::max(columns_ - indent_, 1);
    return std::max((rest_from(edge) + room - 1) / room, 1) * room;
  }

  int cost_of(int begin, int place, int edge) const {
    const int cost = costs_[characters_.byte(place)];
    if (cost == kNoBreak || place >= edge - window_) return cost;
    return cost + (characters_.columns(begin, place) < columns_ / kVeryEarlyPart ? kVeryEarly : kEarly);
  }

  int rest_from(int place) const { return characters_.columns(place, end_); }

  // No good place: at the column, or before it so that enough is left.
  int forced_break(int begin, int edge) const {
    int place = edge;
    while (place > begin + 1 && rest_from(place) < kLeastRest) --place;
    return characters_.past_blanks(place, end_);
  }
};

}  // namespace

std::vector<CodePiece> wrap_code(const HighlightedLine& line, int columns, const Style& style) {
  return LineWrapper(line, columns, style).wrap();
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
