#include <algorithm>

#include "highlight/characters.h"
#include "highlight/languages.h"

namespace nbpublish {
namespace {

bool is_key(char c) { return is_name(c) || c == '.' || c == '-'; }

// Marks [begin, pos()) as a string, its ${NAME} as properties.
void emit_value(Scanner& in, std::size_t begin, TokenKind kind) {
  const std::size_t end = in.pos();
  in.move_to(begin);
  while (in.pos() < end) {
    std::size_t from = in.pos();
    in.skip_while([&](char c) { return in.pos() < end && c != '$'; });
    in.emit(kind, from);
    from = in.pos();
    if (from == end) return;
    in.advance();
    in.skip_while([&](char c) { return in.pos() < end && (is_name(c) || c == '{'); });
    if (in.pos() < end && in.peek() == '}') in.advance();
    in.emit(in.pos() - from > 1 ? TokenKind::Property : kind, from);
  }
}

void value(Scanner& in) {
  in.skip_while(is_blank);
  const std::size_t begin = in.pos();
  if (in.peek() == '\'') {
    in.skip_quoted(true);
    return in.emit(TokenKind::String, begin);
  }
  if (in.peek() == '"') {
    in.skip_quoted(true);
    return emit_value(in, begin, TokenKind::String);
  }
  in.skip_while([&](char c) { return c != '\n' && !(c == '#' && is_blank(in.previous())); });
  while (in.pos() > begin && is_blank(in.previous())) in.move_to(in.pos() - 1);
  const std::string_view text = in.since(begin);
  const bool number = !text.empty() && std::ranges::all_of(text, is_digit);
  emit_value(in, begin, number ? TokenKind::Number : TokenKind::String);
}

void entry(Scanner& in) {
  std::size_t begin = in.pos();
  in.skip_while(is_key);
  if (in.since(begin) == "export" && is_blank(in.peek())) {
    in.emit(TokenKind::Keyword, begin);
    in.skip_while(is_blank);
    begin = in.pos();
    in.skip_while(is_key);
  }
  if (in.next_on_line(in.pos()) != '=') return;
  in.emit(TokenKind::Property, begin);
  in.skip_while(is_blank);
  in.emit_advance(TokenKind::Punctuation, 1);
  value(in);
}

}  // namespace

void tokenise_env(Scanner& in) {
  while (!in.at_end()) {
    in.skip_while(is_space);
    const std::size_t begin = in.pos();
    if (in.peek() != '#') entry(in);
    in.skip_while(is_blank);
    const std::size_t rest = in.pos();
    const bool comment = in.peek() == '#' && (rest == begin || is_blank(in.previous()));
    in.skip_line();
    if (comment) in.emit(TokenKind::Comment, rest);
  }
}

}  // namespace nbpublish
