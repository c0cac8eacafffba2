// Column widths as tables.
#include "layout/table/column_widths.h"

#include <catch2/catch.hpp>
#include <random>

using namespace nbpublish;
using namespace nbpublish::literals;

namespace {

using Points = std::vector<double>;

Points widths(const std::vector<std::pair<double, double>>& demands, double available, double floor = 0) {
  std::vector<ColumnDemand> wanted;
  for (const auto& [least, preferred] : demands) wanted.push_back({Length::pt(least), Length::pt(preferred), {}});
  Points out;
  for (const Length width : column_widths(wanted, Length::pt(available), Length::pt(floor))) out.push_back(width.points());
  return out;
}

}  // namespace

TEST_CASE("columns that fit have their preferred width, and no more") {
  CHECK(widths({{20, 50}, {10, 30}}, 100) == Points{50, 30});
  CHECK(widths({{20, 50}, {10, 50}}, 100) == Points{50, 50});
  CHECK(widths({{20, 20}}, 100) == Points{20});
  CHECK(widths({}, 100).empty());
  CHECK(widths({{0, 0}, {0, 0}}, 100) == Points{0, 0});
}

TEST_CASE("else each has its least, and shares in proportion to what it still wants") {
  CHECK(widths({{20, 60}, {20, 100}}, 100) == Points{40, 60});
  CHECK(widths({{50, 50}, {10, 200}}, 100) == Points{50, 50});
  CHECK(widths({{30, 90}, {30, 90}, {30, 30}}, 120) == Points{45, 45, 30});
}

TEST_CASE("no column is narrower than the floor, as long as it wants that much") {
  CHECK(widths({{5, 100}, {80, 210}}, 160, 30) == Points{47.5, 112.5});
  CHECK(widths({{5, 12}, {80, 200}}, 100, 30) == Points{12, 88});
}

TEST_CASE("the floor takes nothing from a column's widest word") {
  CHECK(widths({{20, 100}, {90, 200}}, 115, 36) == Points{25, 90});
  CHECK(widths({{20, 100}, {90, 200}}, 110, 36) == Points{20, 90});
}

TEST_CASE("code is not wrapped for the sake of text, unless text were left with too little") {
  const ColumnDemand code{50_pt, 150_pt, 150_pt}, words{20_pt, 500_pt, {}};
  CHECK(column_widths({code, words}, 250_pt, 36_pt) == std::vector<Length>{150_pt, 100_pt});
  CHECK(column_widths({code, words}, 222_pt, 36_pt) == std::vector<Length>{150_pt, 72_pt});
  CHECK(column_widths({code, words}, 200_pt, 36_pt)[0] < 100_pt);
}

TEST_CASE("columns that don't fit are cut in proportion, none below the floor while that fits") {
  CHECK(widths({{100, 100}, {300, 300}}, 200) == Points{50, 150});
  CHECK(widths({{36, 40}, {400, 400}}, 300, 36) == Points{36, 264});
  CHECK(widths({{40, 40}, {400, 400}}, 300, 36)[0] >= 36);
  CHECK(widths({{20, 20}, {400, 400}}, 300, 36) == Points{20, 280});
  CHECK(widths({{100, 100}, {100, 100}}, 40, 36) == Points{20, 20});
  CHECK(widths({{100, 100}, {100, 100}}, 0, 36) == Points{0, 0});
}

TEST_CASE("widths never pass what is available, and never fall where there is more") {
  std::mt19937 random(11);
  for (int round = 0; round < 2000; ++round) {
    std::vector<ColumnDemand> demands(1 + random() % 6);
    Length least;
    for (ColumnDemand& d : demands) {
      d.least = Length::pt(random() % 120);
      d.preferred = d.least + Length::pt(random() % 200);
      least += d.least;
    }
    const Length floor = Length::pt(random() % 50);
    std::vector<Length> narrower(demands.size());
    for (int available = 0; available < 900; available += 60) {
      const std::vector<Length> now = column_widths(demands, Length::pt(available), floor);
      Length sum;
      for (std::size_t c = 0; c < now.size(); ++c) {
        sum += now[c];
        REQUIRE(now[c] >= narrower[c] - Length::raw(2));
        REQUIRE(now[c] <= demands[c].preferred);
        if (least <= Length::pt(available)) REQUIRE(now[c] >= demands[c].least);
      }
      REQUIRE(sum <= Length::pt(available));
      narrower = now;
    }
  }
}
