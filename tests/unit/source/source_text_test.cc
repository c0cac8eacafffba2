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

TEST_CASE("what is overwritten by spaces moves nothing behind it, whatever its characters were") {
  const std::string first = "import \u00C9t\u00E9 from \"\u20AC\"";
  SourceText source(first + "\n" + std::string(300, 'a') + "[^\u00E9\u20AC] behind\n");
  const std::string before = source.text();
  const std::size_t second = source.line_start(2), reference = before.find("[^"), behind = before.find("behind");
  const SourceSpan place = source.span(behind, behind + 6);
  CHECK(place == SourceSpan{2, 307, 2, 312});
  source.blank({{0, first.size()}, {reference, behind - 1}});
  CHECK(source.text() == std::string(first.size(), ' ') + before.substr(first.size(), reference - first.size()) +
                             std::string(behind - 1 - reference, ' ') + " behind\n");
  CHECK(source.span(behind, behind + 6) == place);
  CHECK(source.span(second, second + 1) == SourceSpan{2, 1, 2, 1});
  source.replace({{second, second + 10, "b"}});
  CHECK(source.span(behind - 9, behind - 3) == place);
}

TEST_CASE("a range of lines that is overwritten keeps its lines") {
  SourceText source("a\u00E4\n\u00E4b\nc\n");
  source.blank({{1, 6}});
  CHECK(source.text() == "a  \n  b\nc\n");
  CHECK(source.span(6, 7) == SourceSpan{2, 2, 2, 2});
}

TEST_CASE("what is longer than what it replaces stands where that stood") {
  SourceText source("a <b\nc> d\n");
  source.replace({{2, 7, "<bbbbb c=\"\u00E9\">"}});  // as one line, behind which the line feed is kept
  CHECK(source.text() == "a <bbbbb c=\"\u00E9\">\n d\n");
  CHECK(source.span(2, 16) == SourceSpan{1, 3, 1, 4});
  const std::size_t d = source.text().find('d');
  CHECK(source.span(d, d + 1) == SourceSpan{2, 4, 2, 4});
  SourceText lines("a {b\nc} d\n");
  lines.replace({{2, 7, "b\nc"}});
  CHECK(lines.text() == "a b c\n d\n");
  CHECK(lines.span(lines.text().find('d'), lines.text().find('d') + 1) == SourceSpan{2, 4, 2, 4});
  SourceText inserted("ab\n");
  inserted.replace({{1, 1, "xyz"}});
  CHECK(inserted.span(1, 4) == SourceSpan{1, 2, 1, 2});
  CHECK(inserted.span(4, 5) == SourceSpan{1, 2, 1, 2});
}

TEST_CASE("lines put behind the last stand in no place of their own") {
  SourceText source("one\ntwo\n");
  source.append("\n[^a]\n[^\u00E9]\n");
  REQUIRE(source.line_count() == 5);
  for (std::size_t number = 3; number <= 5; ++number) {
    const SourceSpan span = source.line_span(number, number);
    CHECK(span.line == 2);
    CHECK(span.column == 1);
    CHECK(span.end_line == 2);
    CHECK(span.end_column == 1);
  }
  CHECK(source.span(source.line_start(4) + 2, source.line_start(4) + 3).column == 1);
  CHECK(source.line_span(2, 2).end_column == 3);
}
