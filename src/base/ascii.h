// Characters of ASCII, whatever the locale. The bytes of other characters are none of these.
#pragma once

#include <string>
#include <string_view>

namespace nbpublish {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_letter(char c) { return is_upper(c) || is_lower(c); }
constexpr bool is_alphanumeric(char c) { return is_letter(c) || is_digit(c); }

constexpr char to_lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr char to_upper(char c) { return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c; }

inline std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = to_lower(c);
  return out;
}
inline std::string uppered(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = to_upper(c);
  return out;
}

// 10 for 'a' and 'A'; -1 for what is no hexadecimal digit.
constexpr int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  const char lower = to_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}
constexpr bool is_hex_digit(char c) { return hex_value(c) >= 0; }

// What counts as white depends on the language. A text of Markdown has lost its carriage returns when it was read.
inline constexpr std::string_view kMarkdownBlank = " \t", kMarkdownSpace = " \t\n";
inline constexpr std::string_view kHtmlSpace = " \t\n\r\f";  // CSS has the same
inline constexpr std::string_view kPdfSpace{" \t\n\r\f\0", 6};

constexpr bool is_markdown_blank(char c) { return c == ' ' || c == '\t'; }
constexpr bool is_markdown_space(char c) { return is_markdown_blank(c) || c == '\n'; }
constexpr bool is_html_space(char c) { return is_markdown_space(c) || c == '\r' || c == '\f'; }
constexpr bool is_pdf_space(char c) { return is_html_space(c) || c == '\0'; }

// `text` without the characters of `white` at its ends.
constexpr std::string_view trimmed(std::string_view text, std::string_view white) {
  const std::size_t begin = text.find_first_not_of(white);
  return begin == std::string_view::npos ? std::string_view() : text.substr(begin, text.find_last_not_of(white) - begin + 1);
}

}  // namespace nbpublish
