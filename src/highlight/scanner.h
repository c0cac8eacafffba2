// Scanner: a cursor over a listing, and the tokens found so far. Every language is written on it.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "highlight/token.h"

namespace nbpublish {

// Tokens of a whole listing: offsets count from its start and a token may run over line feeds. Gaps are
// Plain.
using TokenList = std::vector<Token>;

class Scanner {
 public:
  // Scans `text`; `out` must outlive the scanner.
  Scanner(std::string_view text, TokenList& out) : text_(text), out_(&out), end_(text.size()) {}
  // The stretch [pos, end) of the same listing, for a language inside another one.
  Scanner part(std::size_t end) const;

  bool at_end() const { return pos_ >= end_; }
  std::size_t pos() const { return pos_; }
  // The byte `ahead` places on; '\0' beyond the end.
  char peek(std::size_t ahead = 0) const { return byte(pos_ + ahead); }
  char byte(std::size_t at) const { return at < end_ ? text_[at] : '\0'; }
  char previous() const { return pos_ == 0 ? '\n' : text_[pos_ - 1]; }
  bool at_line_start() const { return previous() == '\n'; }
  bool starts_with(std::string_view prefix) const { return rest().substr(0, prefix.size()) == prefix; }
  std::string_view rest() const { return text_.substr(pos_, end_ - pos_); }
  std::string_view since(std::size_t begin) const { return text_.substr(begin, pos_ - begin); }

  void advance(std::size_t count = 1) { move_to(pos_ + count); }
  void move_to(std::size_t pos) { pos_ = pos < end_ ? pos : end_; }
  template <class Predicate>
  void skip_while(Predicate holds) {
    while (pos_ < end_ && holds(text_[pos_])) ++pos_;
  }
  void skip_line();                       // to the line feed, not over it
  void skip_past(std::string_view mark);  // over its next occurrence, or to the end
  // Over a quoted string that begins here. A backslash takes the next byte along; without `multiline` the
  // line feed ends an unclosed string.
  void skip_quoted(bool multiline = false);
  // Over a number that begins here, with digit separators, exponent and any suffix.
  void skip_number(char separator);

  // Marks the comment that begins here as one: to the end of the line behind `line_mark`, or a /* block */. False if none does.
  bool take_comment(std::string_view line_mark, bool has_blocks = true);

  // Position and byte of the first non-blank from `from` on, on the same line.
  std::size_t after_blanks(std::size_t from) const;
  char next_on_line(std::size_t from) const { return byte(after_blanks(from)); }
  std::size_t line_end() const;

  // Marks [begin, pos()). Neighbours of one kind become one token.
  void emit(TokenKind kind, std::size_t begin);
  void emit_advance(TokenKind kind, std::size_t count);

 private:
  std::string_view text_;
  TokenList* out_;
  std::size_t pos_ = 0, end_;
};

}  // namespace nbpublish
