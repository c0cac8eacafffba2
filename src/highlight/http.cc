// HTTP/1 messages (RFC 9112): start line, field lines, a body that is left plain.
#include <algorithm>

#include "highlight/characters.h"
#include "highlight/languages.h"

namespace nbpublish {
namespace {

bool is_field_name(char c) { return is_name(c) || c == '-'; }

// A word before a blank that is wholly upper case: a method.
bool is_method(std::string_view word) { return word.size() > 1 && std::ranges::all_of(word, is_upper); }

void start_line(Scanner& in) {
  const std::size_t begin = in.pos();
  in.skip_while([](char c) { return !is_space(c); });
  const std::string_view word = in.since(begin);
  if (!is_method(word) && !word.starts_with("HTTP/")) return;
  in.emit(TokenKind::Keyword, begin);
  in.skip_while(is_blank);
  const std::size_t status = in.pos();
  in.skip_while(is_digit);
  in.emit(TokenKind::Number, status);
}

bool field_line(Scanner& in) {
  const std::size_t begin = in.pos();
  in.skip_while(is_field_name);
  if (in.peek() != ':' || in.pos() == begin) {
    in.move_to(begin);
    return false;
  }
  in.emit(TokenKind::Property, begin);
  in.emit_advance(TokenKind::Punctuation, 1);
  return true;
}

bool empty_line(const Scanner& in) { return in.after_blanks(in.pos()) == in.line_end(); }

}  // namespace

void tokenise_http(Scanner& in) {
  enum class Part { Start, Fields, Body } part = Part::Start;
  for (; !in.at_end(); in.advance()) {
    const bool message = in.starts_with("HTTP/1") || in.starts_with("HTTP/2") || in.starts_with("HTTP/3");
    if (message) part = Part::Start;
    if (part == Part::Start && !empty_line(in)) {
      if (!field_line(in)) start_line(in);
      part = Part::Fields;
    } else if (part == Part::Fields) {
      if (empty_line(in)) part = Part::Body;
      field_line(in);
    }
    in.skip_line();
  }
}

}  // namespace nbpublish
