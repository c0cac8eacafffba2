#include "cover/wrap_geometry.h"

#include "cover_fixture.h"

using namespace nbpublish;
using namespace nbpublish::test;

namespace {

constexpr Size kSixByNine{Length::pt(432), Length::pt(648)};

double spine_inches(const char* outlet, const char* paper, int pages) {
  const CoverRules rules = installed_rules(outlet);
  return wrap_geometry(kSixByNine, pages, rules, value_or_throw(rules.paper(paper))).spine.width.points() / 72;
}

}  // namespace

TEST_CASE("the spine is as wide as the outlet's paper makes it") {
  CHECK(spine_inches("kdp", "white", 300) == Approx(0.6756));
  CHECK(spine_inches("kdp", "cream", 300) == Approx(0.75));
  CHECK(spine_inches("kdp", "", 850) == Approx(1.914).margin(0.001));
  CHECK(spine_inches("ingram", "white-50", 300) == Approx(0.633));
  CHECK(spine_inches("lulu", "", 444) == Approx(1.06).margin(0.0001));
  CHECK(spine_inches("kdp", "white", 301) == spine_inches("kdp", "white", 302));
}

TEST_CASE("the sheet is two panels, the spine and the bleed") {
  const CoverRules rules = installed_rules("kdp");
  const WrapGeometry wrap = wrap_geometry(kSixByNine, 300, rules, value_or_throw(rules.paper("white")));
  CHECK(wrap.sheet().width.points() / 72 == Approx(2 * 6 + 0.6756 + 0.25));
  CHECK(wrap.sheet().height.points() / 72 == Approx(9.25));
  CHECK(wrap.back.right() == wrap.spine.x);
  CHECK(wrap.spine.right() == wrap.front.x);
  CHECK(wrap.front.right() == wrap.trim.width);
  CHECK(wrap.back.right() - wrap.barcode.right() == Length::pt(18));
  CHECK(wrap.back.bottom() - wrap.barcode.bottom() == Length::pt(18));
}

TEST_CASE("words stand on the spine from the outlet's least number of pages") {
  for (const auto& [outlet, least] : {std::pair("kdp", 79), std::pair("ingram", 79), std::pair("lulu", 80)}) {
    const CoverRules rules = installed_rules(outlet);
    CHECK_FALSE(wrap_geometry(kSixByNine, least - 1, rules, value_or_throw(rules.paper(""))).has_spine_text);
    CHECK(wrap_geometry(kSixByNine, least, rules, value_or_throw(rules.paper(""))).has_spine_text);
  }
}
