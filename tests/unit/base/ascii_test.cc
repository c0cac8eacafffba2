#include "base/ascii.h"

#include <catch2/catch.hpp>

using namespace nbpublish;

TEST_CASE("bytes of other characters are neither letters nor digits nor white, and have no case") {
  for (int byte = 0x80; byte <= 0xFF; ++byte) {
    const char c = static_cast<char>(byte);
    CHECK_FALSE((is_alphanumeric(c) || is_hex_digit(c) || is_pdf_space(c)));
    CHECK((to_lower(c) == c && to_upper(c) == c));
  }
}

TEST_CASE("digits, letters and their case") {
  for (const char c : {'0', '9'}) CHECK((is_digit(c) && is_alphanumeric(c) && !is_letter(c)));
  for (const char c : {'A', 'Z'}) CHECK((is_upper(c) && is_letter(c) && !is_lower(c) && to_upper(to_lower(c)) == c));
  for (const char c : {'a', 'z'}) CHECK((is_lower(c) && is_letter(c) && !is_upper(c) && to_lower(to_upper(c)) == c));
  for (const char c : {'/', ':', '@', '[', '`', '{'}) CHECK_FALSE((is_alphanumeric(c) || to_lower(c) != c || to_upper(c) != c));
  CHECK(lowered("Ä HTTP/2 z") == "Ä http/2 z");
  CHECK(uppered("ä tip") == "ä TIP");
  CHECK(hex_value('0') == 0);
  CHECK(hex_value('f') == 15);
  CHECK(hex_value('F') == 15);
  CHECK(hex_value('g') == -1);
}

TEST_CASE("what is white depends on the language, and its name and its list agree") {
  for (int byte = 0; byte < 0x80; ++byte) {
    const char c = static_cast<char>(byte);
    CHECK(is_markdown_blank(c) == kMarkdownBlank.contains(c));
    CHECK(is_markdown_space(c) == kMarkdownSpace.contains(c));
    CHECK(is_html_space(c) == kHtmlSpace.contains(c));
    CHECK(is_pdf_space(c) == kPdfSpace.contains(c));
  }
  CHECK(trimmed(" \t a b\n", kMarkdownSpace) == "a b");
  CHECK(trimmed(" a\n", kMarkdownBlank) == "a\n");
  CHECK(trimmed(" \n", kMarkdownSpace).empty());
  CHECK(trimmed("", kHtmlSpace).empty());
}
