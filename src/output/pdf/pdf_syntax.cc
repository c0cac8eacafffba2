#include "output/pdf/pdf_syntax.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"

namespace nbpublish {
namespace {

// Big-endian, with the mark of its order before it.
std::string utf16_of(std::string_view utf8) {
  std::string out("\xFE\xFF", 2);
  const auto add = [&](char32_t unit) { (out += static_cast<char>(unit >> 8)) += static_cast<char>(unit & 0xFF); };
  for (std::size_t pos = 0; pos < utf8.size();) {
    const char32_t c = next_code_point(utf8, pos);
    if (c < 0x10000) add(c);
    else add(0xD800 + ((c - 0x10000) >> 10)), add(0xDC00 + ((c - 0x10000) & 0x3FF));
  }
  return out;
}

}  // namespace

void append_thousandths(std::string& out, std::int64_t value) {
  if (value < 0) out += '-', value = -value;
  fmt::format_to(std::back_inserter(out), "{}", value / 1000);
  int rest = static_cast<int>(value % 1000);
  if (rest == 0) return;
  out += '.';
  for (int digit = 100; rest > 0; rest %= digit, digit /= 10) out += static_cast<char>('0' + rest / digit);
}

std::string pdf_number(Length length) {
  std::string out;
  append_thousandths(out, thousandths(length));
  return out;
}

std::string pdf_reference(ObjectNumber number) { return fmt::format("{} 0 R", number); }

std::string pdf_references(const std::vector<ObjectNumber>& numbers) {
  std::string out;
  for (const ObjectNumber number : numbers) out += (out.empty() ? "" : " ") + pdf_reference(number);
  return out;
}

void append_string_byte(std::string& out, unsigned char byte) {
  switch (byte) {
    case '(':
    case ')':
    case '\\':
      (out += '\\') += static_cast<char>(byte);
      return;
    case '\r':  // a reader takes it for a line feed
      out += "\\r";
      return;
    case '\n':
      out += "\\n";
      return;
    default:
      out += static_cast<char>(byte);
  }
}

std::string pdf_string(std::string_view bytes) {
  std::string out = "(";
  for (const char c : bytes) append_string_byte(out, static_cast<unsigned char>(c));
  return out += ')';
}

std::string pdf_text(std::string_view utf8) {
  const bool is_ascii = std::ranges::all_of(utf8, [](char c) { return c >= ' ' && c < '\x7F'; });
  return pdf_string(is_ascii ? std::string(utf8) : utf16_of(utf8));
}

std::string pdf_hex_text(std::string_view utf8) {
  std::string out = "<";
  for (const char c : utf16_of(utf8)) fmt::format_to(std::back_inserter(out), "{:02x}", static_cast<unsigned char>(c));
  return out += '>';
}

std::string pdf_rectangle(const Rect& rect, Length page_height) {
  return fmt::format("[{} {} {} {}]", pdf_number(rect.x), pdf_number(page_height - rect.bottom()), pdf_number(rect.right()),
                     pdf_number(page_height - rect.y));
}

}  // namespace nbpublish
