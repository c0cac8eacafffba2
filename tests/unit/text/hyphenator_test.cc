// The hyphenator: patterns, exceptions, and what is never divided.
#include <catch2/catch.hpp>
#include <cctype>

#include "base/utf8.h"
#include "support/block_layout.h"
#include "text/hyphen_exceptions.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

std::string divided(Hyphenator& hyphenator, std::string_view word) {
  std::string out(word);
  const std::vector<std::uint16_t> points = hyphenator.points(word);
  for (std::size_t i = points.size(); i-- > 0;) out.insert(points[i], "-");
  return out;
}

}  // namespace

TEST_CASE("words divide as the field divides them") {
  Hyphenator& hyphenator = english();
  for (const std::string expected : {"asyn-chro-nous", "Asyn-chro-nous", "back-pressure", "name-space", "dif-fer-ent", "com-puter",
                                     "process", "pro-cesses", "sys-call", "Java-Script", "Type-Script", "multi-threaded", "dead-lock"}) {
    std::string word = expected;
    std::erase(word, '-');
    CHECK(divided(hyphenator, word) == expected);
  }
}

TEST_CASE("prefixes are left whole") {
  Hyphenator& hyphenator = english();
  for (const std::string expected : {"inter-face", "under-stand", "Over-flow", "hyper-text", "multi-plex", "meta-data"}) {
    std::string word = expected;
    std::erase(word, '-');
    INFO(divided(hyphenator, word));
    const std::vector<std::uint16_t>& points = hyphenator.points(word);
    REQUIRE_FALSE(points.empty());
    CHECK(points.front() == expected.find('-'));
  }
  // Where the letters are no prefix the word divides in them.
  CHECK(divided(hyphenator, "interior").starts_with("in-"));
}

TEST_CASE("a capital at the front divides as its lower case; capitals behind it never") {
  Hyphenator& hyphenator = english();
  CHECK(hyphenator.points("Different") == hyphenator.points("different"));
  for (const char* word : {"EventEmitter", "readFileSync", "SIGTERM", "HTTPS", "IEEE", "V8", "utf8", "ES2022", "process.env", "don't",
                           "snake_case", "", "a", "to", "the", "Node"})
    CHECK(hyphenator.points(word).empty());
}

TEST_CASE("every exception is sorted, in lower case, and keeps 2 letters before and 3 after a hyphen") {
  Hyphenator& hyphenator = english();
  for (const auto& [word, parts] : kHyphenExceptions) {
    std::string joined(parts);
    std::erase(joined, '-');
    CHECK(joined == word);
    CHECK(std::all_of(word.begin(), word.end(), [](char c) { return std::islower(static_cast<unsigned char>(c)) != 0; }));
    CHECK(divided(hyphenator, word) == parts);
    for (const std::uint16_t point : hyphenator.points(word)) CHECK((point >= kLeastBefore && word.size() - point >= kLeastAfter));
  }
}

TEST_CASE("any word keeps 2 letters before and 3 after a hyphen, and is not too long to ask") {
  Hyphenator& hyphenator = english();
  for (const std::string& word : {std::string("about"), std::string("ideas"), std::string("reader"), std::string("written"),
                                  std::string("application"), std::string("internationalization"), std::string("naïveté"),
                                  std::string("éclairs"), std::string(60, 'a'), std::string(10'000, 'b')}) {
    for (const std::uint16_t point : hyphenator.points(word)) {
      INFO(word << " at " << point);
      CHECK(count_code_points(std::string_view(word).substr(0, point)) >= kLeastBefore);
      CHECK(count_code_points(std::string_view(word).substr(point)) >= kLeastAfter);
      CHECK((static_cast<unsigned char>(word[point]) & 0xC0) != 0x80);
    }
  }
}

TEST_CASE("a language without a dictionary names its package") {
  const auto hyphenator = Hyphenator::load("xx-YY");
  REQUIRE_FALSE(hyphenator);
  CHECK(hyphenator.error().kind == ErrorKind::Environment);
  CHECK(hyphenator.error().hint == "apt-get install hyphen-xx-yy");
  CHECK_FALSE(Hyphenator::load("../../etc/passwd"));
}
