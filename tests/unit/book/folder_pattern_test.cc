#include "book/folder_pattern.h"

#include <catch2/catch.hpp>

using namespace nbpublish;

TEST_CASE("patterns match as a shell's do") {
  CHECK(matches_pattern("01-loop", "*"));
  CHECK(matches_pattern("01-loop", "0[1-6]-*"));
  CHECK_FALSE(matches_pattern("07-loop", "0[1-6]-*"));
  CHECK(matches_pattern("07-loop", "0[!1-6]-*"));
  CHECK(matches_pattern("07-loop",
                        "?"
                        "?-l*p"));
  CHECK_FALSE(matches_pattern("07-loop", "?-l*p"));
  CHECK(matches_pattern("07-\u00E9t\u00E9", "07-?t?"));
  CHECK(matches_pattern("07-\u00E9", "07-[\u00E0-\u00EF]"));
  CHECK(matches_pattern("a]b", "a[]]b"));
  CHECK(matches_pattern("a-b", "a[x-]b"));
  CHECK(matches_pattern("a[b", "a[b"));  // nobody closed it
  CHECK(matches_pattern("abcabd", "*ab?"));
  CHECK_FALSE(matches_pattern("", "?"));
  CHECK(matches_pattern("", "*"));
  CHECK_FALSE(matches_pattern("Loop", "loop"));
}

TEST_CASE("hidden names need a point in the pattern") {
  CHECK_FALSE(matches_pattern(".git", "*"));
  CHECK(matches_pattern(".git", ".*"));
}

TEST_CASE("a pattern of many stars takes no longer than its letters") {
  std::string pattern;
  for (int i = 0; i < 200; ++i) pattern += "a*";
  CHECK_FALSE(matches_pattern(std::string(250, 'a'), pattern + "b"));
}

TEST_CASE("paths match name by name") {
  CHECK(path_matches_pattern("chapters/01-a", "./chapters/*/"));
  CHECK_FALSE(path_matches_pattern("chapters/01-a/deep", "chapters/*"));
  CHECK_FALSE(path_matches_pattern("chapters", "chapters/*"));
}

TEST_CASE("folders come in the order of their numbers") {
  MemoryFileSystem disk;
  for (const char* file : {"book/c/10-x/a.md", "book/c/2-x/a.md", "book/c/x/a.md", "book/d/1-x/a.md", "book/c/file.md"})
    REQUIRE(disk.write_file(file, "x"));
  CHECK(matching_folders(disk, "book", "[cd]/*") == std::vector<std::string>{"c/2-x", "c/10-x", "c/x", "d/1-x"});
  CHECK(matching_folders(disk, "book", "c/*.md")->empty());
}

TEST_CASE("no pattern leads out of the book") {
  CHECK(fault_of_pattern("[cd]/*").empty());
  CHECK(fault_of_pattern("../*") == "leads out of the book's folder");
  CHECK(fault_of_pattern("/c/*") == "must be relative to the book's folder");
  CHECK(fault_of_pattern("./") == "does not name a folder");
  CHECK(fault_of_pattern("c\\*") == "must be written with '/'");
}
