#include "source/fence_info.h"

#include <catch2/catch.hpp>

using namespace nbpublish;

TEST_CASE("a language alone, in lower case") {
  CHECK(parse_fence_info("").info.language == "");
  CHECK(parse_fence_info("JavaScript").info.language == "javascript");
  CHECK(parse_fence_info("c++").info.language == "c++");
}
