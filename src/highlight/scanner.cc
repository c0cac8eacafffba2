#include "highlight/scanner.h"

#include <algorithm>
#include <cassert>

#include "highlight/characters.h"

namespace nbpublish {

Scanner Scanner::part(std::size_t end) const {
  Scanner inner = *this;
  inner.end_ = std::clamp(end, pos_, end_);
  return inner;
}

void Scanner::skip_line() { pos_ = line_end(); }

std::size_t Scanner::line_end() const { return std::min(text_.substr(0, end_).find('\n', pos_), end_); }

void Scanner::skip_past(std::string_view mark) {
  const std::size_t found = text_.substr(0, end_).find(mark, pos_);
  pos_ = found == std::string_view::npos ? end_ : found + mark.size();
}

void Scanner::skip_quoted(bool multiline) {
  const char quote = peek();
  for (advance(); !at_end(); advance()) {
    if (peek() == '\\') {
      advance();
    } else if (peek() == quote) {
      advance();
      return;
    } else if (peek() == '\n' && !multiline) {
      return;
    }
  }
}

void Scanner::skip_number(char separator) {
  const bool hex = peek() == '0' && to_lower(peek(1)) == 'x';
  for (; !at_end(); advance()) {
    const char c = peek();
    const bool exponent_sign = (c == '+' || c == '-') && to_lower(previous()) == (hex ? 'p' : 'e') && is_digit(peek(1));
    const bool inner = (c == '.' || (separator != '\0' && c == separator)) && is_digit(peek(1));
    const bool hex_separator = hex && c == separator && is_name(peek(1));
    if (!is_name(c) && !exponent_sign && !inner && !hex_separator) return;
  }
}

std::size_t Scanner::after_blanks(std::size_t from) const {
  while (from < end_ && is_blank(text_[from])) ++from;
  return from;
}

bool Scanner::take_comment(std::string_view line_mark, bool has_blocks) {
  const std::size_t begin = pos_;
  if (starts_with(line_mark)) {
    skip_line();
  } else if (has_blocks && starts_with("/*")) {
    advance(2);
    skip_past("*/");
  } else {
    return false;
  }
  emit(TokenKind::Comment, begin);
  return true;
}

void Scanner::emit(TokenKind kind, std::size_t begin) {
  assert(begin <= pos_ && (out_->empty() || out_->back().end <= begin));
  if (begin == pos_) return;
  const auto from = static_cast<std::uint32_t>(begin), to = static_cast<std::uint32_t>(pos_);
  if (!out_->empty() && out_->back().kind == kind && out_->back().end == from) {
    out_->back().end = to;
  } else {
    out_->push_back({kind, from, to});
  }
}

void Scanner::emit_advance(TokenKind kind, std::size_t count) {
  const std::size_t begin = pos_;
  advance(count);
  emit(kind, begin);
}

}  // namespace nbpublish
