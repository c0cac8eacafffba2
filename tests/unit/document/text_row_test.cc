#include "document/text_row.h"

#include <catch2/catch.hpp>

#include "support/blocks.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

// "Über " at 4:3-4:7, a soft break, code, "ends" at 5:9-5:12.
Inlines sample() {
  return {{{4, 3, 4, 7}, Text{"Über "}}, {{4, 8, 4, 8}, SoftBreak{}}, {{5, 1, 5, 8}, Code{"a`b"}}, {{5, 9, 5, 12}, Text{"ends"}}};
}

}  // namespace

TEST_CASE("a row shows texts, and what else there is as one character") {
  const Inlines list = sample();
  CHECK(TextRow(list).text() == "Über  \uFFFCends");
  CHECK(TextRow({}).text().empty());
}

TEST_CASE("a slice cuts the texts at its ends, with their places") {
  const Inlines list = sample();
  const TextRow row(list);
  const Inlines part = row.slice(2, row.text().size() - 2);
  REQUIRE(part.size() == 4);
  CHECK(as<Text>(part[0])->text == "ber ");
  CHECK(part[0].span == SourceSpan{4, 4, 4, 7});
  CHECK(as<Code>(part[2])->text == "a`b");
  CHECK(as<Text>(part[3])->text == "en");
  CHECK(part[3].span == SourceSpan{5, 9, 5, 10});
  CHECK(row.slice(3, 3).empty());
  CHECK(row.slice(row.text().size(), row.text().size()).empty());
}

TEST_CASE("the place of a stretch goes from its first inline to its last") {
  const Inlines list = sample();
  const TextRow row(list);
  CHECK(row.span(2, row.text().size() - 1) == SourceSpan{4, 4, 5, 11});
  CHECK(row.span(2, 3) == SourceSpan{4, 4, 4, 4});
}

TEST_CASE("a text whose place does not fit its length is given as a whole") {
  const Inlines list{{{1, 1, 1, 9}, Text{"a & b"}}};  // written a &amp; b
  CHECK(TextRow(list).span(4, 5) == SourceSpan{1, 1, 1, 9});
}
