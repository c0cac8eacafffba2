#include "document/list_numbers.h"

#include <catch2/catch.hpp>

using namespace nbpublish;

namespace {

List numbered(ListNumbering numbering, std::int32_t start, std::size_t items) {
  List made;
  made.numbering = numbering;
  made.start = start;
  made.items.resize(items);
  return made;
}

using Labels = std::vector<std::string>;

}  // namespace

TEST_CASE("numbers are written in figures, letters and Roman numerals, as far as these go") {
  using enum ListNumbering;
  const auto text = [](ListNumbering numbering, std::int64_t n) { return number_text(numbering, n); };
  CHECK(text(Decimal, 999'999'999) == "999999999");
  CHECK(text(LowerAlpha, 1) == "a");
  CHECK(text(UpperAlpha, 26) == "Z");
  CHECK(text(LowerAlpha, 27) == "aa");
  CHECK(text(UpperAlpha, 702) == "ZZ");
  CHECK(text(LowerAlpha, 703) == "aaa");
  CHECK(text(LowerRoman, 38) == "xxxviii");
  CHECK(text(UpperRoman, 1994) == "MCMXCIV");
  CHECK(text(LowerRoman, 3999) == "mmmcmxcix");
  CHECK(text(LowerRoman, 4000) == "4000");
  for (const ListNumbering numbering : {Decimal, LowerAlpha, UpperAlpha, LowerRoman, UpperRoman}) {
    CHECK(text(numbering, 0) == "0");
    CHECK(text(numbering, -3) == "-3");
  }
}

TEST_CASE("items count up from the start, or down, and go on from a number that one is given") {
  CHECK(item_labels(numbered(ListNumbering::Decimal, 98, 4)) == Labels{"98.", "99.", "100.", "101."});
  List jumps = numbered(ListNumbering::LowerRoman, 1, 4);
  jumps.items[2].number = 9;
  CHECK(item_labels(jumps) == Labels{"i.", "ii.", "ix.", "x."});
  List down = numbered(ListNumbering::UpperAlpha, 3, 4);
  down.reversed = true;
  CHECK(item_labels(down) == Labels{"C.", "B.", "A.", "0."});
  List closed = numbered(ListNumbering::Decimal, 7, 2);
  closed.parenthesis = true;
  CHECK(item_labels(closed) == Labels{"7)", "8)"});
}
