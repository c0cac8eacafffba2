#include "base/shown_character.h"

#include <catch2/catch.hpp>

using namespace nbpublish;

TEST_CASE("control characters are shown by their pictures, non-characters by U+FFFD, all others by themselves") {
  CHECK(shown_character(0) == 0x2400);
  CHECK(shown_character(0x1B) == 0x241B);
  CHECK(shown_character(0x7F) == 0x2421);
  for (const char32_t c : {0x80u, 0x9Fu, 0xFDD0u, 0xFDEFu, 0xFFFEu, 0xFFFFu, 0x1FFFEu, 0x10FFFFu}) CHECK(shown_character(c) == 0xFFFD);
  for (const char32_t c : {9u, 10u, 13u, 0x20u, 0x7Eu, 0xA0u, 0xADu, 0xFDCFu, 0xFDF0u, 0xFFFDu, 0x1F680u, 0x10FFFDu})
    CHECK(shown_character(c) == c);
}
