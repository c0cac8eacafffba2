#include "base/utf8.h"

#include <catch2/catch.hpp>

using namespace nbpublish;

TEST_CASE("UTF-8 round trip keeps every plane") {
  const std::string text = "aé→🚀";
  CHECK(to_utf8(to_utf32(text)) == text);
  CHECK(count_code_points(text) == 4);
}

TEST_CASE("broken bytes become U+FFFD one at a time and the loop ends") {
  CHECK(sanitise("a\xC3") == "a\xEF\xBF\xBD");
  CHECK(sanitise("\xED\xA0\x80") == "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(sanitise("\xC0\xAF") == "\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_CASE("what Cairo cannot take is replaced, tabs and line feeds stay") {
  CHECK(sanitise("a\tb\n\x01\xEF\xBF\xBE") == "a\tb\n\u2401\uFFFD");
}

TEST_CASE("a character is named by its number, in four digits or more") {
  CHECK(code_point_name(U'\u00A0') == "U+00A0");
  CHECK(code_point_name(0xFEFF) == "U+FEFF");
  CHECK(code_point_name(0x10FFFF) == "U+10FFFF");
}
