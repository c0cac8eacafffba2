#include "source/backticks.h"

#include <catch2/catch.hpp>

using namespace nbpublish;

TEST_CASE("code spans end behind the next run of as many backticks") {
  CHECK(end_of_code_span("`a` b", 0) == 3);
  CHECK(end_of_code_span("x ``a ` b`` c", 2) == 11);
  CHECK(end_of_code_span("`a``b`", 0) == 6);
  CHECK(end_of_code_span("``a```b``", 0) == 9);
  CHECK_FALSE(end_of_code_span("`a``", 0));
  CHECK_FALSE(end_of_code_span("``a` b", 0));
  CHECK_FALSE(end_of_code_span("```", 0));
}

TEST_CASE("a run of backticks ends with the text at the latest") {
  CHECK(end_of_backticks("``a", 0) == 2);
  CHECK(end_of_backticks("a``", 1) == 3);
}
