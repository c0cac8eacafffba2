#include "document/sentences.h"

#include <catch2/catch.hpp>

using namespace nbpublish;

TEST_CASE("an excerpt is a standfirst up to 160 characters, a longer one's first sentence, or nothing") {
  CHECK(short_excerpt("What it is. And more.") == "What it is. And more.");
  CHECK(short_excerpt("") == "");
  const std::string rest(160, 'x');
  CHECK(short_excerpt("What it is. And " + rest) == "What it is.");
  CHECK(short_excerpt(rest + "x") == "");
  CHECK(short_excerpt(rest + " is long. And more.") == "");
  // By characters, not bytes.
  std::string wide;
  for (int i = 0; i < 160; ++i) wide += "\u00E9";
  CHECK(short_excerpt(wide) == wide);
}
