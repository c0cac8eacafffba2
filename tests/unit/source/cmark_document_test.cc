// cmark-gfm in several threads at once.
#include "source/cmark_document.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "platform/parallel.h"

using namespace nbpublish;

TEST_CASE("a bare address in struck words is a link in every thread, whichever ends first") {
  const std::string text = "~~see https://example.org/one here~~\n";
  REQUIRE(CmarkDocument(text).shape().inline_nesting == 2);
  std::vector<int> nesting(20'000);
  parallel_for(4, nesting.size(), [&](std::size_t i) { nesting[i] = CmarkDocument(text).shape().inline_nesting; });
  CHECK(static_cast<std::size_t>(std::ranges::count(nesting, 2)) == nesting.size());
}
