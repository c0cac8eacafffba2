#include "diag/source_lines.h"

#include <catch2/catch.hpp>

using namespace nbpublish;

TEST_CASE("lines of a file are found by their numbers, and the file is read once") {
  int reads = 0;
  SourceLines lines([&](const std::string& file) -> std::optional<std::string> {
    ++reads;
    if (file == "none.md") return std::nullopt;
    return "one\r\n\nthree";
  });
  CHECK(lines.line("a.md", 1) == "one");
  CHECK(lines.line("a.md", 2) == "");
  CHECK(lines.line("a.md", 3) == "three");
  CHECK_FALSE(lines.line("a.md", 0));
  CHECK_FALSE(lines.line("a.md", 4));
  CHECK(reads == 1);
  CHECK_FALSE(lines.line("none.md", 1));
  CHECK_FALSE(lines.line("none.md", 1));
  CHECK(reads == 2);
}
