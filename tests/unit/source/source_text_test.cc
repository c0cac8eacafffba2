// Positions in the file of what stands in the text.
#include "source/source_text.h"

#include <catch2/catch.hpp>

using namespace nbpublish;

TEST_CASE("columns of long lines count characters, what was taken out among them") {
  std::string line;
  for (int i = 0; i < 700; ++i) line += i % 3 == 0 ? "ä" : i % 3 == 1 ? "€" : "a";
  SourceText source("first\n" + line + "\nlast\n");
  const std::size_t start = source.line_start(2);
  const auto column_at = [&](std::size_t offset) { return source.span(offset, offset + 1).column; };
  CHECK(column_at(start) == 1);
  CHECK(column_at(start + 6 * 100) == 301);
  CHECK(column_at(start + 6 * 233) == 700);
  std::vector<SourceText::Replacement> taken;
  for (std::size_t i = 0; i < 200; ++i) taken.push_back({start + 6 * i, start + 6 * i + 5, "x"});  // two characters by one
  source.replace(taken);
  CHECK(column_at(start + 2 * 150) == 451);
  CHECK(source.span(start + 400 + 12, start + 400 + 13).column == 607);
  CHECK(source.span(source.line_start(3), source.line_start(3) + 4) == SourceSpan{3, 1, 3, 4});
}
