#include "layout/page/missing_glyphs.h"

#include <catch2/catch.hpp>

using namespace nbpublish;

TEST_CASE("a character that no font has is told once in a chapter, at its first place, with its number") {
  DiagnosticSink sink;
  const auto missing = [&](std::uint32_t line, std::string what) {
    sink.report(DiagCode::MissingGlyph, "a.md", {line, 1, line, 1}, "no font has " + what);
  };
  missing(9, "U+1");
  sink.report(DiagCode::LooseLine, "a.md", {9, 1, 9, 1}, "loose");
  missing(4, "U+1");
  missing(4, "U+1");
  missing(5, "U+2");
  tell_missing_glyphs_once(sink);
  REQUIRE(sink.all().size() == 3);
  CHECK(sink.all()[0].code == DiagCode::LooseLine);
  CHECK(sink.all()[1].span.line == 4);
  CHECK(sink.all()[1].message == "no font has U+1; it stands 3 times in this chapter");
  CHECK(sink.all()[2].message == "no font has U+2");
}
