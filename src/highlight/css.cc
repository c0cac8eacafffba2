#include "highlight/characters.h"
#include "highlight/languages.h"

namespace nbpublish {
namespace {

constexpr std::size_t kReach = 160;

bool is_css_name(char c) { return is_name(c) || c == '-'; }

// In a block a name before a colon is a property, unless a brace comes before the semicolon: then it is a
// nested selector. Looks no further than the line and kReach.
bool is_declaration(const Scanner& in) {
  const std::size_t colon = in.after_blanks(in.pos());
  if (in.byte(colon) != ':') return false;
  for (std::size_t at = colon; at < colon + kReach; ++at) {
    if (in.byte(at) == ';' || in.byte(at) == '\n') return true;
    if (in.byte(at) == '{') return false;
  }
  return true;
}

void word(Scanner& in, bool value) {
  const std::size_t begin = in.pos();
  in.skip_while(is_css_name);
  if (in.peek() == '(') {
    in.emit(TokenKind::Function, begin);
  } else if (!value && is_declaration(in)) {
    in.emit(TokenKind::Property, begin);
  }
}

bool begins_number(const Scanner& in, bool value) {
  const char c = in.peek(), next = in.peek(1);
  return is_digit(c) || (value && (c == '.' || c == '-') && is_digit(next)) || (value && c == '#' && is_name(next));
}

}  // namespace

void tokenise_css(Scanner& in) {
  std::size_t depth = 0;
  bool value = false;  // between a declaration's colon and its semicolon
  while (!in.at_end()) {
    const std::size_t begin = in.pos();
    const char c = in.peek();
    if (in.starts_with("/*")) {
      in.advance(2);
      in.skip_past("*/");
      in.emit(TokenKind::Comment, begin);
    } else if (is_quote(c)) {
      in.skip_quoted();
      in.emit(TokenKind::String, begin);
    } else if (c == '@') {
      in.advance();
      in.skip_while(is_css_name);
      in.emit(TokenKind::Keyword, begin);
    } else if (begins_number(in, value)) {
      in.advance();
      in.skip_while([](char d) { return is_name(d) || d == '.' || d == '%'; });
      in.emit(TokenKind::Number, begin);
    } else if (is_css_name(c)) {
      word(in, value || depth == 0);
    } else if (is_space(c)) {
      in.advance();
    } else {
      if (c == '{') ++depth;
      if (c == '}' && depth > 0) --depth;
      if (c == ':') value = depth > 0;
      if (c == ';' || c == '{' || c == '}') value = false;
      in.emit_advance(TokenKind::Punctuation, 1);
    }
  }
}

}  // namespace nbpublish
