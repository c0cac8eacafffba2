#include "highlight/lines.h"

#include <algorithm>

namespace nbpublish {
namespace {

// Appends [begin, end) of the line, joined to a neighbour of the same kind.
void append(std::vector<Token>& tokens, TokenKind kind, std::uint32_t begin, std::uint32_t end) {
  if (begin >= end) return;
  if (!tokens.empty() && tokens.back().kind == kind) {
    tokens.back().end = end;
  } else {
    tokens.push_back({kind, begin, end});
  }
}

class LineCutter {
 public:
  explicit LineCutter(const TokenList& tokens) : next_(tokens.begin()), last_(tokens.end()) {}

  // Lines must be asked for in order: each token is visited once per line that it touches.
  std::vector<Token> cut(std::uint32_t begin, std::uint32_t end) {
    std::vector<Token> line;
    std::uint32_t done = begin;
    for (; next_ != last_ && next_->begin < end; ++next_) {
      if (next_->end <= begin) continue;  // it lay in a dropped carriage return
      const std::uint32_t from = std::max(next_->begin, begin), to = std::min(next_->end, end);
      append(line, TokenKind::Plain, done - begin, std::max(from, done) - begin);
      append(line, next_->kind, from - begin, to - begin);
      done = std::max(done, to);
      if (next_->end > end) break;
    }
    append(line, TokenKind::Plain, done - begin, end - begin);
    return line;
  }

 private:
  TokenList::const_iterator next_, last_;
};

}  // namespace

std::vector<HighlightedLine> split_lines(std::string_view text, const TokenList& tokens) {
  std::vector<HighlightedLine> lines;
  LineCutter cutter(tokens);
  for (std::size_t begin = 0;;) {
    const std::size_t feed = text.find('\n', begin);
    std::size_t end = std::min(feed, text.size());
    if (feed != std::string_view::npos && end > begin && text[end - 1] == '\r') --end;
    lines.push_back(
        {std::string(text.substr(begin, end - begin)), cutter.cut(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end))});
    if (feed == std::string_view::npos) return lines;
    begin = feed + 1;
  }
}

}  // namespace nbpublish
