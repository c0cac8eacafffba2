#include "document/box_diagram.h"

#include <catch2/catch.hpp>

using namespace nbpublish;

TEST_CASE("a listing is a drawing if a fifth of its characters draw") {
  CHECK(is_box_diagram("┌───┐\n│ a │\n└───┘"));
  CHECK(is_box_diagram("abcd█"));
  CHECK_FALSE(is_box_diagram("abcde█"));
  CHECK_FALSE(is_box_diagram(""));
  CHECK_FALSE(is_box_diagram("+---+ \xE2\x94"));  // broken off within a character
}

TEST_CASE("a line has box drawing from its first such character on") {
  CHECK(has_box_drawing("a │ b"));
  CHECK_FALSE(has_box_drawing("a | b"));
}
