// Values that no book has end in a complaint at their line, whatever the key.
#include <catch2/catch.hpp>

#include "book/manifest_keys.h"
#include "manifest_fixture.h"

using namespace nbpublish;

namespace {

// `[front] preface = VALUE` for "front.preface".
std::string line_of(std::string_view path, const std::string& value) { return std::string(path) + " = " + value + "\n"; }

// The complaints about a key in the third line of an else good manifest.
std::vector<std::string> about(std::string_view path, const std::string& value) {
  const bool is_volume = path == "volume";
  ManifestFixture f(is_volume ? "title = \"x\"\nrights = \"y\"\n" + line_of(path, value)
                              : small_manifest("", "", "", "", line_of(path, value)));
  // No key twice.
  if (path == "title") f.put("book.toml", f.disk.read_file("book/book.toml")->erase(0, 13));
  if (path == "rights") f.put("book.toml", f.disk.read_file("book/book.toml")->erase(14, 15));
  f.read();
  return f.complaints();
}

}  // namespace

TEST_CASE("every key of a manifest with a value of another type, or one that is far too long, complains at its line") {
  std::string longest = "\"";
  longest.append(100'000, 'x') += '"';
  for (const BookKey& key : book_keys()) {
    INFO(key.path);
    for (const std::string& value : {std::string("7.5"), std::string("[[1]]"), longest, std::string("inf"), std::string("{ \"\" = 1 }"),
                                     std::string("1979-05-27T07:32:00Z")}) {
      INFO(value.substr(0, 20));
      const std::vector<std::string> lines = about(key.path, value);
      REQUIRE_FALSE(lines.empty());
      for (const std::string& line : lines) {
        CHECK(line.size() < 1'000);
        CHECK((line.substr(0, line.find(':')).ends_with(" 3") || line.starts_with("missing-licence")));
      }
    }
  }
}

TEST_CASE("characters that no output may carry are told, in values and in keys") {
  CHECK(about("subtitle", "\"a\\u0001b\"").front().starts_with("invalid-text 3:12"));
  CHECK(about("subtitle", "\"a\\uFFFEb\"").front().starts_with("invalid-text 3:12"));
  CHECK(about("authors", "[\"a\\u001B[31m\"]").front().starts_with("invalid-text 3:12"));
  CHECK(about("\"a\\u001B[31m\"", "1").front() == "manifest-key 3:1 unknown key 'a\u241B[31m'");
  CHECK(about("index.terms", "{ \"a\\uFFFFb\" = \"c\" }").front().starts_with("invalid-text 3:17"));
}

TEST_CASE("what a complaint quotes is cut") {
  std::string name(5'000, 'k');
  const std::vector<std::string> lines = about(name, "1");
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].size() < 500);
  CHECK(lines[0].ends_with("\u2026"));
}

TEST_CASE("thousands of volumes without topics are told in time") {
  std::string manifest = "title = \"x\"\nrights = \"y\"\n";
  for (int i = 0; i < 20'000; ++i) manifest += "[[volume]]\ntitle = \"x\"\n";
  ManifestFixture f(manifest);
  f.read();
  REQUIRE(f.sink.all().size() == 1'001);
  CHECK(f.sink.all().back().code == DiagCode::LimitExceeded);
  CHECK(f.sink.all().back().span.line == 2'003);
}

TEST_CASE("thousands of chapters of one key get names of their own in time") {
  TakenNames taken;
  for (int i = 0; i < 100'000; ++i) taken.make_unique("a/b");
  CHECK(taken.make_unique("a/b") == "a/b-100001");
}
