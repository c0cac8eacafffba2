#include "css/css_tokens.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/utf8.h"

namespace nbpublish {
namespace {

bool is_line_end(char c) { return c == '\n' || c == '\r' || c == '\f'; }
// Of a name, escapes apart: letters, digits, - and _, and all that is not ASCII.
bool is_name(char c) { return is_alphanumeric(c) || c == '-' || c == '_' || static_cast<unsigned char>(c) >= 0x80; }

}  // namespace

std::size_t CssTokens::past(std::size_t at) const {
  if (css_.substr(at, 2) == "/*") return end_of(css_.find("*/", at + 2), 2);
  if (css_[at] == '"' || css_[at] == '\'') return past_string(at);
  return css_[at] == '\\' ? past_escape(at) : at + 1;
}

std::size_t CssTokens::past_whole(std::size_t at) const {
  if (!begins_name(at)) return past(at);
  const bool is_url = name(at) == "url" && at < css_.size() && css_[at] == '(';
  return is_url ? past_arguments("url", at + 1) : at;
}

bool CssTokens::begins_name(std::size_t at) const {
  return is_name(css_[at]) || (css_[at] == '\\' && at + 1 < css_.size() && !is_line_end(css_[at + 1]));
}

std::string CssTokens::name(std::size_t& at) const {
  std::string out;
  while (at < css_.size()) {
    if (css_[at] == '\\' && at + 1 < css_.size() && !is_line_end(css_[at + 1])) append_utf8(out, escaped(at));
    else if (is_name(css_[at])) out += css_[at++];
    else break;
  }
  return lowered(out);
}

std::size_t CssTokens::past_statement(std::size_t at) const {
  int depth = 0, round = 0;
  while (at < css_.size()) {
    const char c = css_[at];
    if (c == '(') ++round;
    if (c == ')' && round > 0) --round;
    if (c == ';' && depth == 0 && round == 0) return at + 1;
    if (c == '{') ++depth, round = 0;
    if (c == '}') {
      if (depth == 0) return at;
      if (--depth == 0) return at + 1;
    }
    at = past_whole(at);
  }
  return css_.size();
}

std::size_t CssTokens::past_arguments(std::string_view function, std::size_t at) const {
  if (const std::size_t first = after_space(at); function == "url" && first < css_.size() && css_[first] != '"' && css_[first] != '\'') {
    while (at < css_.size() && css_[at] != ')') at = css_[at] == '\\' ? past_escape(at) : at + 1;
    return std::min(at + 1, css_.size());
  }
  for (int depth = 1; at < css_.size(); at = past_whole(at)) {
    if (css_[at] == '(') ++depth;
    if (css_[at] == ')' && --depth == 0) return at + 1;
  }
  return css_.size();
}

std::size_t CssTokens::find_outside(std::size_t at, std::string_view stops) const {
  std::size_t depth = 0;
  for (; at < css_.size(); at = past(at)) {
    if (depth == 0 && stops.find(css_[at]) != std::string_view::npos) return at;
    if (css_[at] == '(') ++depth;
    if (css_[at] == ')' && depth > 0) --depth;
  }
  return css_.size();
}

std::size_t CssTokens::end_of(std::size_t found, std::size_t length) const {
  return found == std::string_view::npos ? css_.size() : found + length;
}

std::size_t CssTokens::after_space(std::size_t at) const { return std::min(css_.find_first_not_of(kHtmlSpace, at), css_.size()); }

std::size_t CssTokens::past_escape(std::size_t at) const { return std::min(at + (css_.substr(at + 1, 2) == "\r\n" ? 3 : 2), css_.size()); }

std::size_t CssTokens::past_string(std::size_t at) const {
  const char quote = css_[at++];
  while (at < css_.size() && css_[at] != quote && !is_line_end(css_[at])) at = css_[at] == '\\' ? past_escape(at) : at + 1;
  return std::min(at + 1, css_.size());
}

// The character of the escape at `at`: up to six hexadecimal digits with one white space behind, or any other character.
char32_t CssTokens::escaped(std::size_t& at) const {
  ++at;
  if (!is_hex_digit(css_[at])) return next_code_point(css_, at);
  char32_t value = 0;
  for (int digits = 0; digits < 6 && at < css_.size() && is_hex_digit(css_[at]); ++digits, ++at)
    value = value * 16 + static_cast<char32_t>(hex_value(css_[at]));
  if (at < css_.size() && is_html_space(css_[at])) ++at;
  return value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF) ? 0xFFFD : value;
}

}  // namespace nbpublish
