#include "document/href.h"

#include <catch2/catch.hpp>

using namespace nbpublish;

TEST_CASE("paths are joined and normalised, never out of the root") {
  CHECK(join_path("a/b", "c.md") == "a/b/c.md");
  CHECK(join_path("a/b", "./../c//d/") == "a/c/d");
  CHECK(join_path("a/b", "/c") == "c");
  CHECK(join_path("a", "../..") == std::nullopt);
}

TEST_CASE("percent escapes are decoded once and only to valid text") {
  CHECK(percent_decode("a%20b%2520") == "a b%20");
  CHECK(percent_decode("100%") == "100%");
  CHECK(percent_decode("%zz%4") == "%zz%4");
  CHECK(percent_decode("%ff") == "%ff");
  CHECK(percent_decode("%C3%BC") == "ü");
}

TEST_CASE("schemes are read as browsers do") {
  CHECK(scheme_of("HTTPS://x") == "https");
  CHECK(scheme_of("a/b:c") == "");
  CHECK(scheme_of("#a:b") == "");
  CHECK(scheme_of(":x") == "");
  CHECK(clean_href(" java\nscript:x ") == "javascript:x");
}

TEST_CASE("query and fragment are parted") {
  CHECK(split_href("a.md?x=1#y?z").path == "a.md");
  CHECK(split_href("a.md?x=1#y?z").fragment == "y?z");
  CHECK(split_href("a.md").fragment == "");
}
