#include "book/names.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <vector>

using namespace nbpublish;

TEST_CASE("a chapter's key is its folder and file without numbers and extension") {
  CHECK(chapter_key("01-node-arch/02-v8-engine-intro.mdx") == "node-arch/v8-engine-intro");
  CHECK(chapter_key("content/chapters/0012_streams/7. backpressure.md") == "streams/backpressure");
  CHECK(chapter_key("chapters/http2/http2-frames.md") == "http2/http2-frames");
  CHECK(chapter_key("intro.md") == "intro");
  CHECK(chapter_key("chapters/03-x/01.md") == "x/01");
}

TEST_CASE("characters that URLs, files or anchors cannot carry become hyphens in a key") {
  CHECK(chapter_key("a b/c#d?e%20'f.md") == "a-b/c-d-e-20-f");
  CHECK(chapter_key("x/--.md") == "x/chapter");
  CHECK(key_part_of_title("HTTP From the Socket Up") == "http-from-the-socket-up");
}

TEST_CASE("names sort by number of any count of digits, then by name") {
  std::vector<std::string> names = {"zebra", "10-b", "9-a", "002-c", "2-b", "100000000000000000000000-z", "0-first"};
  std::ranges::sort(names, in_number_order);
  CHECK(names == std::vector<std::string>{"0-first", "002-c", "2-b", "9-a", "10-b", "100000000000000000000000-z", "zebra"});
}

TEST_CASE("leading numbers") {
  CHECK(leading_number("0012-x") == 12);
  CHECK(leading_number("x") == 0);
  CHECK(leading_number("99999999999999999999-x") == 0);
}

TEST_CASE("keys are made unique") {
  TakenNames taken;
  CHECK(taken.make_unique("a/b") == "a/b");
  CHECK(taken.make_unique("a/b-3") == "a/b-3");
  CHECK(taken.make_unique("a/b") == "a/b-2");
  CHECK(taken.make_unique("a/b") == "a/b-4");
  CHECK(taken.all() == std::set<std::string>{"a/b", "a/b-2", "a/b-3", "a/b-4"});
}

TEST_CASE("names of files are unique without their case") {
  TakenNames taken = TakenNames::without_case();
  CHECK(taken.make_unique("One") == "One");
  CHECK(taken.contains("ONE"));
  CHECK(taken.make_unique("one") == "one-2");
}

TEST_CASE("names in words") {
  CHECK(name_in_words("04-v8-engine_intro") == "V8 Engine Intro");
  CHECK(name_in_words("--") == "");
  CHECK(name_in_words("2024") == "2024");
}
