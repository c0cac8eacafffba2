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

TEST_CASE("addresses are escaped once") {
  CHECK(encode_url("https://a.b/c d?e=[1]|2&f=%20#g#h") == "https://a.b/c%20d?e=%5B1%5D%7C2&f=%20#g%23h");
  CHECK(encode_url("https://a.b/ü%zz") == "https://a.b/%C3%BC%25zz");
}
