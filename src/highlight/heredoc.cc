#include "highlight/heredoc.h"

#include <algorithm>
#include <utility>

#include "highlight/characters.h"

namespace nbpublish {
namespace {

constexpr std::string_view kBlank = " \t";

std::size_t mark_length(std::string_view text) { return text.substr(2, 1) == "-" ? 3 : 2; }

}  // namespace

std::string heredoc_word(std::string_view text) {
  if (!text.starts_with("<<") || text.substr(2, 1) == "<") return {};
  text.remove_prefix(mark_length(text));
  text.remove_prefix(std::min(text.find_first_not_of(kBlank), text.size()));
  if (text.empty()) return {};
  const bool quoted = is_quote(text[0]);
  const auto end = std::ranges::find_if_not(text.substr(quoted ? 1 : 0), is_name);
  return std::string(text.begin() + (quoted ? 1 : 0), end);
}

bool closes_heredoc(std::string_view line, std::string_view word, bool tabs_stripped) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  if (tabs_stripped) line.remove_prefix(std::min(line.find_first_not_of('\t'), line.size()));
  return line == word;
}

bool Heredocs::begin(Scanner& in) {
  if (!in.starts_with("<<")) return false;
  std::string word = heredoc_word(in.rest().substr(0, in.line_end() - in.pos()));
  if (word.empty() || is_digit(word[0])) return false;
  const std::size_t mark = mark_length(in.rest());
  in.emit_advance(TokenKind::Punctuation, mark);
  in.skip_while(is_blank);
  const std::size_t begin = in.pos();
  is_quote(in.peek()) ? in.skip_quoted() : in.skip_while(is_name);
  in.emit(TokenKind::String, begin);
  waiting_.push_back({std::move(word), mark == 3});
  return true;
}

void Heredocs::bodies(Scanner& in) {
  const std::size_t begin = in.pos();
  for (const Waiting& waiting : waiting_) {
    while (!in.at_end()) {
      const std::size_t line = in.pos();
      in.skip_line();
      const bool closed = closes_heredoc(in.since(line), waiting.word, waiting.tabs_stripped);
      if (closed && &waiting == &waiting_.back()) break;  // the line feed stays outside the string
      in.advance();
      if (closed) break;
    }
  }
  in.emit(TokenKind::String, begin);
  waiting_.clear();
}

}  // namespace nbpublish
