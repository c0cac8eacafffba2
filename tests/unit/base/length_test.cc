#include "base/length.h"

#include <catch2/catch.hpp>
#include <limits>

#include "support/property.h"

using namespace nbpublish;
using namespace nbpublish::literals;
using namespace nbpublish::testing;

namespace {

Length any_length(std::int64_t most) { return Length::raw(*rc::gen::resize(rc::kNominalSize, rc::gen::inRange(-most, most))); }

}  // namespace

TEST_CASE("a point is 65,536 units, rounded half away from zero") {
  CHECK((1_pt).units() == 65536);
  CHECK((-(1_pt)).units() == -65536);
  CHECK(Length::pt(0.5 / 65536).units() == 1);
  CHECK(Length::pt(-0.5 / 65536).units() == -1);
  CHECK(Length::pt(0.4 / 65536).units() == 0);
  CHECK((72_pt).points() == 72);
  CHECK(Length{}.is_zero());
  CHECK(abs(-(3_pt)) == 3_pt);
}

TEST_CASE("lengths divide towards zero, into whole times and into parts") {
  CHECK(7_pt / 2_pt == 3);
  CHECK(-(7_pt) / 2_pt == -3);
  CHECK((Length::raw(7) / 2).units() == 3);
  CHECK((Length::raw(-7) / 2).units() == -3);
}

TEST_CASE("a length is scaled by a ratio without overflow on the way") {
  CHECK((10_pt).scaled(1, 3).units() == 655360 / 3);
  const Length most = Length::raw(std::numeric_limits<std::int64_t>::max());
  CHECK(most.scaled(1'000'000, 1'000'000) == most);
  CHECK(most.scaled(1'000, 2'000).units() == most.units() / 2);
  CHECK((10_pt).scaled(0.25) == 2.5_pt);
}

TEST_CASE("heights are brought onto a grid from below") {
  CHECK(round_up(Length{}, 12_pt) == Length{});
  CHECK(round_up(12_pt, 12_pt) == 12_pt);
  CHECK(round_up(12_pt + Length::raw(1), 12_pt) == 24_pt);
}

TEST_CASE("sums of lengths do not depend on their order, and points give the same length again") {
  check_property(500, [] {
    constexpr std::int64_t kMost = std::int64_t{1} << 50;
    const Length a = any_length(kMost), b = any_length(kMost), c = any_length(kMost);
    RC_ASSERT((a + b) + c == (c + a) + b);
    RC_ASSERT(a - b == -(b - a));
    RC_ASSERT(Length::pt(a.points()) == a);
    RC_ASSERT((a < b) == (b > a));
  });
}
