// HTML and XML: tags, attributes, comments; scripts and style sheets in their own languages.
#include <string>

#include "highlight/characters.h"
#include "highlight/languages.h"

namespace nbpublish {
namespace {

bool is_tag_name(char c) { return is_name(c) || c == '-' || c == ':' || c == '.'; }

// From `<` past `>`; gives the lower-case name of an opened element.
std::string tag(Scanner& in) {
  in.emit_advance(TokenKind::Punctuation, 1);
  const bool closing = in.peek() == '/' || in.peek() == '!' || in.peek() == '?';
  if (closing) in.emit_advance(TokenKind::Punctuation, 1);
  std::size_t begin = in.pos();
  in.skip_while(is_tag_name);
  std::string name;
  for (const char c : in.since(begin)) name += to_lower(c);
  in.emit(TokenKind::Keyword, begin);
  while (!in.at_end() && in.peek() != '>') {
    begin = in.pos();
    if (is_quote(in.peek())) {
      in.skip_quoted(true);
      in.emit(TokenKind::String, begin);
    } else if (is_tag_name(in.peek()) || in.peek() == '@') {
      in.advance();
      in.skip_while(is_tag_name);
      in.emit(TokenKind::Property, begin);
    } else {
      is_space(in.peek()) ? in.advance() : in.emit_advance(TokenKind::Punctuation, 1);
    }
  }
  const bool empty = in.previous() == '/';
  if (!in.at_end()) in.emit_advance(TokenKind::Punctuation, 1);
  return closing || empty ? std::string() : name;
}

// The content of a script or style element.
void embedded(Scanner& in, Tokeniser tokenise, std::string_view closing_tag) {
  const std::size_t length = std::min(in.rest().find(closing_tag), in.rest().size());
  Scanner inner = in.part(in.pos() + length);
  tokenise(inner);
  in.move_to(in.pos() + length);
}

void entity(Scanner& in) {
  const std::size_t begin = in.pos();
  in.advance();
  in.skip_while([](char c) { return is_name(c) || c == '#'; });
  if (in.peek() != ';') return;
  in.advance();
  in.emit(TokenKind::Number, begin);
}

}  // namespace

void tokenise_html(Scanner& in) {
  while (!in.at_end()) {
    const std::size_t begin = in.pos();
    const char next = in.peek(1);
    if (in.starts_with("<!--")) {
      in.skip_past("-->");
      in.emit(TokenKind::Comment, begin);
    } else if (in.peek() == '<' && (is_name_start(next) || next == '/' || next == '!' || next == '?')) {
      const std::string name = tag(in);
      if (name == "script") embedded(in, tokenise_javascript, "</script");
      if (name == "style") embedded(in, tokenise_css, "</style");
    } else if (in.peek() == '&') {
      entity(in);
    } else {
      in.advance();
    }
  }
}

}  // namespace nbpublish
