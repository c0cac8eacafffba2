#include "source/link_tail.h"

#include <optional>

#include "base/ascii.h"

namespace nbpublish {
namespace {

using Offset = std::optional<std::size_t>;

char at(std::string_view text, std::size_t pos) { return pos < text.size() ? text[pos] : '\0'; }

std::size_t skip_blanks(std::string_view text, std::size_t pos) {
  while (is_markdown_space(at(text, pos))) ++pos;
  return pos;
}

// Behind the next unescaped `close`.
Offset behind(std::string_view text, std::size_t pos, char close) {
  for (; pos < text.size(); ++pos) {
    if (text[pos] == '\\') {
      ++pos;
    } else if (text[pos] == close) {
      return pos + 1;
    }
  }
  return std::nullopt;
}

Offset end_of_address(std::string_view text, std::size_t pos) {
  if (at(text, pos) == '<') return behind(text, pos + 1, '>');
  int depth = 0;
  for (; pos < text.size() && !is_markdown_space(text[pos]); ++pos) {
    if (text[pos] == '\\' && is_ascii_punctuation(at(text, pos + 1))) {
      ++pos;
    } else if (text[pos] == '(') {
      ++depth;
    } else if (text[pos] == ')' && depth-- == 0) {
      return pos;
    }
  }
  return pos;
}

// Behind the parenthesis that closes an inline link whose `(` is at `pos`.
Offset end_of_inline_target(std::string_view text, std::size_t pos) {
  const Offset address = end_of_address(text, skip_blanks(text, pos + 1));
  if (!address) return std::nullopt;
  std::size_t next = skip_blanks(text, *address);
  const char quote = at(text, next);
  if (quote == '"' || quote == '\'' || quote == '(') {
    const Offset title = behind(text, next + 1, quote == '(' ? ')' : quote);
    if (!title) return std::nullopt;
    next = skip_blanks(text, *title);
  }
  if (at(text, next) != ')') return std::nullopt;
  return next + 1;
}

}  // namespace

bool is_ascii_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

std::size_t end_of_link_tail(std::string_view text, std::size_t pos) {
  Offset end;
  if (at(text, pos) == '(') end = end_of_inline_target(text, pos);
  if (at(text, pos) == '[') end = behind(text, pos + 1, ']');
  return end.value_or(pos);
}

}  // namespace nbpublish
