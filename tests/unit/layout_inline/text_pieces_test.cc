// What is known of a text without setting it.
#include "layout/inline/text_pieces.h"

#include <catch2/catch.hpp>

#include "set_text.h"

using namespace nbpublish;
using namespace nbpublish::literals;
using namespace nbpublish::testing;

TEST_CASE("natural and least width") {
  SetText set;
  const auto widths = [&](const Inlines& inlines) {
    set.set_text(inlines);
    const std::vector<TextPiece> pieces = text_pieces(set.context, set.text);
    return std::pair{natural_width(pieces), least_width(pieces)};
  };
  CHECK(widths({text("aaaa bb ccc")}) == std::pair{ems(11), ems(4)});
  CHECK(widths({text("a"), line_break(), text("bb cc")}) == std::pair{ems(5), ems(2)});
  CHECK(widths({text("aa\u00A0bb c")}) == std::pair{ems(7), ems(5)});
  CHECK(widths({text("asynchronous")}) == std::pair{ems(12), ems(12)});  // table cells are never hyphenated
  CHECK(widths({text("x"), code("node_modules/express")}) == std::pair{ems(21), ems(8)});
  CHECK(widths({}) == std::pair{Length{}, Length{}});
}

TEST_CASE("lines are counted as they will be set") {
  SetText set;
  const auto count = [&](const Inlines& inlines, double measure) {
    set.set_text(inlines);
    return count_lines(text_pieces(set.context, set.text), ems(measure));
  };
  const Inlines sentence{text("aaaa bb ccc dddd eeee")};
  for (const auto& [measure, lines] : {std::pair{30.0, 1}, {21.0, 1}, {20.0, 2}, {11.0, 2}, {10.0, 3}, {4.0, 5}}) {
    CHECK(count(sentence, measure).lines == lines);
    CHECK(count(sentence, measure).cuts == 0);
    CHECK(static_cast<int>(set.set_on(measure, "aaaa bb ccc dddd eeee").size()) == lines);
  }
  CHECK(count({text("a"), line_break(), text("bb cc")}, 9).lines == 2);
  CHECK(count({}, 9).lines == 1);
}

TEST_CASE("lines that part a name are told, those at its spaces and at an author's hyphen are not") {
  SetText set;
  const auto cuts = [&](const Inlines& inlines, double measure) {
    set.set_text(inlines);
    return count_lines(text_pieces(set.context, set.text), ems(measure)).cuts;
  };
  CHECK(cuts({code("node_modules/express/lib")}, 24) == 0);
  CHECK(cuts({code("node_modules/express/lib")}, 15) == 1);
  CHECK(cuts({code("read(first, second)")}, 12) == 0);
  CHECK(cuts({text("well-considered")}, 12) == 0);
  CHECK(cuts({text("immeasurable")}, 5) == 2);  // no place to break: broken anyway
}
