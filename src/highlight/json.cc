#include "highlight/characters.h"
#include "highlight/languages.h"

namespace nbpublish {
namespace {

bool comment(Scanner& in) {
  const std::size_t begin = in.pos();
  if (in.starts_with("//")) {
    in.skip_line();
  } else if (in.starts_with("/*")) {
    in.advance(2);
    in.skip_past("*/");
  } else {
    return false;
  }
  in.emit(TokenKind::Comment, begin);
  return true;
}

bool is_key(const Scanner& in) { return in.next_on_line(in.pos()) == ':'; }

void bare_word(Scanner& in) {
  const std::size_t begin = in.pos();
  in.skip_while(is_name);
  const std::string_view text = in.since(begin);
  if (text == "true" || text == "false" || text == "null") {
    in.emit(TokenKind::Keyword, begin);
  } else if (is_key(in)) {  // JSON5
    in.emit(TokenKind::Property, begin);
  }
}

}  // namespace

// Comments are marked in plain JSON too: configuration files have them.
void tokenise_json(Scanner& in) {
  while (!in.at_end()) {
    const std::size_t begin = in.pos();
    const char c = in.peek();
    if (is_space(c)) {
      in.advance();
    } else if (comment(in)) {
      continue;
    } else if (is_quote(c)) {
      in.skip_quoted();
      in.emit(is_key(in) ? TokenKind::Property : TokenKind::String, begin);
    } else if (is_digit(c) || (c == '-' && is_digit(in.peek(1)))) {
      in.advance();
      in.skip_number('\0');
      in.emit(TokenKind::Number, begin);
    } else if (is_name_start(c)) {
      bare_word(in);
    } else {
      in.emit_advance(TokenKind::Punctuation, 1);
    }
  }
}

}  // namespace nbpublish
