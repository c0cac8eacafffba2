// Segments: what the meter says is what placing gives, and groups come to the grid.
#include "layout/galley/segment.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "layout/galley/rows.h"

using namespace nbpublish;
using namespace nbpublish::literals;

namespace {

constexpr Length kLine = 12_pt;

GalleyRow row(int group, double height, int space_before = 0) {
  GalleyRow made;
  made.group = group;
  made.height = Length::pt(height);
  made.space_before = space_before;
  return made;
}
GalleyGroup group(int parent, bool to_grid, double top = 0, double bottom = 0) {
  GalleyGroup made;
  made.parent = parent;
  made.to_grid = to_grid;
  made.top_first = made.top_continued = Length::pt(top);
  made.bottom_last = made.bottom_split = Length::pt(bottom);
  return made;
}

// Rows in groups in groups; every group's rows stand together.
class RandomGalley {
 public:
  // `with_ends`: with what is different at the top and the foot of a page.
  explicit RandomGalley(unsigned seed, bool with_ends = false) : random_(seed), with_ends_(with_ends) {}
  Galley run() {
    fill(-1, 0, 4 + upto(12));
    return std::move(galley_);
  }

 private:
  std::mt19937 random_;
  bool with_ends_;
  Galley galley_;

  int upto(unsigned n) { return static_cast<int>(random_() % n); }
  Length some(unsigned points) { return Length::pt(upto(points * 4) / 4.0); }
  void make_ends(GalleyGroup& made) {
    if (upto(2) == 0) made.top_of_page = some(8);
    made.closes_up_at_foot = upto(3) == 0;
    made.may_lose = some(4);
  }
  void make_ends(GalleyRow& made) {
    made.rise_at_top = some(4);
    made.less_at_top = std::min(some(8), made.height);
    made.drops_at_foot = upto(4) == 0;
  }

  void fill(int parent, int depth, int things) {
    for (int i = 0; i < things; ++i) {
      if (depth < 4 && upto(3) == 0) {
        GalleyGroup made = group(parent, upto(2) == 0);
        made.top_first = some(8);
        made.top_continued = some(8);
        made.bottom_last = some(8);
        made.bottom_split = some(8);
        if (upto(2) == 0) made.most_slack_above = some(4);
        if (with_ends_) make_ends(made);
        galley_.groups.push_back(std::move(made));
        fill(static_cast<int>(galley_.groups.size()) - 1, depth + 1, 1 + upto(4));
      } else {
        galley_.rows.push_back(row(parent, 0, upto(3)));
        galley_.rows.back().height = some(30);
        if (with_ends_) make_ends(galley_.rows.back());
      }
    }
  }
};

}  // namespace

TEST_CASE("the meter's height is the placed height, for every stretch of rows") {
  std::size_t segments = 0, nested = 0;
  for (unsigned seed = 1; seed <= 300; ++seed) {
    const Galley galley = RandomGalley(seed, seed % 2 == 0).run();
    for (std::size_t first = 0; first < galley.rows.size(); ++first) {
      SegmentMeter meter(galley, kLine, first);
      REQUIRE(meter.height() == Length{});
      for (std::size_t end = first + 1; end <= galley.rows.size(); ++end) {
        meter.add();
        const PlacedSegment placed = place_segment(galley, kLine, first, end, {});
        INFO("seed " << seed << ", rows " << first << "-" << end);
        REQUIRE(meter.height() == placed.height);
        ++segments;
        nested += placed.groups.size() > 2 ? 1 : 0;
      }
    }
  }
  CHECK(segments > 10'000);
  CHECK(nested > 3'000);
}

TEST_CASE("placed rows follow each other in order, inside their groups' boxes, and groups are listed outside in") {
  for (unsigned seed = 1; seed <= 200; ++seed) {
    const Galley galley = RandomGalley(seed).run();
    const std::size_t first = seed % galley.rows.size(), end = galley.rows.size() - seed % 3;
    if (first >= end) continue;
    const PlacedSegment placed = place_segment(galley, kLine, first, end, {});
    REQUIRE(placed.rows.size() == end - first);
    Length bottom;
    for (std::size_t i = 0; i < placed.rows.size(); ++i) {
      REQUIRE(placed.rows[i].row == first + i);
      REQUIRE(placed.rows[i].y >= bottom);
      bottom = placed.rows[i].y + galley.rows[first + i].height;
    }
    REQUIRE(bottom <= placed.height);
    std::vector<int> seen;
    for (const auto& [id, segment] : placed.groups) {
      const int parent = galley.groups[static_cast<std::size_t>(id)].parent;
      REQUIRE(std::count(seen.begin(), seen.end(), id) == 0);
      REQUIRE((parent < 0 || std::count(seen.begin(), seen.end(), parent) == 1));
      seen.push_back(id);
      REQUIRE(segment.first == !group_begins_before(galley, id, first));
      REQUIRE(segment.last == !group_goes_on_at(galley, id, end));
      for (const PlacedRow& placed_row : placed.rows) {
        if (!is_inside(galley, galley.rows[placed_row.row].group, id)) continue;
        REQUIRE(placed_row.y >= segment.box.y);
        REQUIRE(placed_row.y + galley.rows[placed_row.row].height <= segment.box.bottom());
      }
    }
  }
}

TEST_CASE("a group is brought to whole lines, its slack half before and half after") {
  Galley galley;
  galley.groups.push_back(group(-1, true, 6, 4));
  galley.rows = {row(-1, 12), row(0, 10), row(0, 10), row(-1, 12)};
  const PlacedSegment placed = place_segment(galley, kLine, 0, 4, {});
  // 6 + 20 + 4 = 30, three lines are 36: 3 before and 3 after.
  CHECK(placed.rows[1].y == 12_pt + 3_pt + 6_pt);
  CHECK(placed.rows[2].y == 12_pt + 3_pt + 16_pt);
  CHECK(placed.rows[3].y == 48_pt);
  CHECK(placed.height == 60_pt);
  REQUIRE(placed.groups.size() == 1);
  CHECK(placed.groups[0].second.box == Rect{{}, 15_pt, {}, 30_pt});
  galley.groups[0].to_grid = false;
  CHECK(place_segment(galley, kLine, 0, 4, {}).height == 54_pt);
}

TEST_CASE("a group over pages has its continued space, and comes to the grid on each") {
  Galley galley;
  galley.groups.push_back(group(-1, true));
  galley.groups[0].top_first = 6_pt;
  galley.groups[0].top_continued = 16_pt;
  galley.groups[0].bottom_split = 2_pt;
  galley.groups[0].bottom_last = 4_pt;
  galley.rows = {row(0, 10), row(0, 10), row(0, 10)};
  const PlacedSegment begin = place_segment(galley, kLine, 0, 1, {}), middle = place_segment(galley, kLine, 1, 2, {}),
                      end = place_segment(galley, kLine, 2, 3, {});
  CHECK(begin.height == 24_pt);   // 6 + 10 + 2
  CHECK(middle.height == 36_pt);  // 16 + 10 + 2
  CHECK(end.height == 36_pt);     // 16 + 10 + 4
  CHECK((begin.groups[0].second.first && !begin.groups[0].second.last));
  CHECK((!middle.groups[0].second.first && !middle.groups[0].second.last));
  CHECK((!end.groups[0].second.first && end.groups[0].second.last));
}

TEST_CASE("white before a row goes at the top of a page, stands outside a group that begins there, and grows") {
  Galley galley;
  galley.groups.push_back(group(-1, true, 0, 0));
  galley.rows = {row(-1, 12, 2), row(0, 12, 1), row(0, 12), row(-1, 12, 1)};
  CHECK(place_segment(galley, kLine, 0, 4, {}).height == 72_pt);
  const PlacedSegment placed = place_segment(galley, kLine, 0, 4, {0, 1, 0, 2});
  CHECK(placed.rows[0].y == 0_pt);
  CHECK(placed.rows[1].y == 36_pt);
  CHECK(placed.groups[0].second.box.y == 36_pt);
  CHECK(placed.rows[3].y == 96_pt);
  CHECK(place_segment(galley, kLine, 1, 4, {}).rows[0].y == 0_pt);
  CHECK(place_segment(galley, kLine, 2, 2, {}).height == 0_pt);
}

TEST_CASE("of a group's slack so much goes above as it says, at the top of a page nothing; a little too much goes of its space") {
  Galley galley;
  galley.groups.push_back(group(-1, true, 7, 6));
  galley.groups[0].most_slack_above = galley.groups[0].may_lose = 2_pt;
  galley.rows = {row(-1, 12), row(0, 17), row(-1, 12)};
  const auto above = [&](double height) {
    galley.rows[1].height = Length::pt(height);
    return place_segment(galley, kLine, 0, 3, {}).rows[1].y - 12_pt;
  };
  CHECK(above(23) == 7_pt);             // 36
  CHECK(above(22) == 8_pt);             // one of slack
  CHECK(above(17) == 9_pt);             // six
  CHECK(above(25) == Length::pt(5.5));  // 38, so 11 are left of its space, half of them above
  CHECK(place_segment(galley, kLine, 0, 3, {}).height == 60_pt);
  galley.rows[1].height = 17_pt;
  CHECK(place_segment(galley, kLine, 1, 3, {}).rows[0].y == 7_pt);
  galley.groups[0].top_of_page = 5_pt;
  CHECK(place_segment(galley, kLine, 1, 3, {}).rows[0].y == 5_pt);
  const PlacedSegment placed = place_segment(galley, kLine, 1, 3, {});
  CHECK(placed.groups[0].second.rows_top() == 5_pt);
}

TEST_CASE("what a group loses goes from below where it has room for a title above") {
  Galley galley;
  galley.groups.push_back(group(-1, true, 15, 6));
  galley.groups[0].may_lose = 2_pt;
  galley.rows = {row(-1, 12), row(0, 17)};
  const PlacedSegment placed = place_segment(galley, kLine, 0, 2, {});
  CHECK(placed.rows[1].y == 27_pt);
  CHECK(placed.height == 48_pt);
}

TEST_CASE("a group closes up where a page ends in it or with it") {
  Galley galley;
  galley.groups.push_back(group(-1, true, 6, 6));
  galley.groups[0].closes_up_at_foot = true;
  galley.groups[0].top_continued = galley.groups[0].bottom_split = {};
  galley.groups[0].most_slack_above = Length{};
  galley.rows = {row(-1, 12), row(0, 12), row(0, 12), row(-1, 12)};
  CHECK(place_segment(galley, kLine, 0, 4, {}).rows[1].y == 18_pt);
  CHECK(place_segment(galley, kLine, 0, 3, {}).rows[1].y == 12_pt);
  CHECK(place_segment(galley, kLine, 0, 3, {}).height == 36_pt);
  CHECK(place_segment(galley, kLine, 0, 2, {}).rows[1].y == 12_pt);
  CHECK(place_segment(galley, kLine, 2, 4, {}).rows[1].y == 24_pt);
}

TEST_CASE("a row rises at the top of a page and takes less room there; one that shows nothing goes at the foot") {
  Galley galley;
  galley.rows = {row(-1, 24), row(-1, 12), row(-1, 12)};
  for (GalleyRow& made : galley.rows) made.rise_at_top = 9_pt, made.less_at_top = 12_pt;
  galley.rows[2].drops_at_foot = true;
  const PlacedSegment placed = place_segment(galley, kLine, 0, 2, {});
  CHECK(placed.rows[0].y == -9_pt);
  CHECK(placed.rows[1].y == 12_pt);
  const PlacedSegment with_blank = place_segment(galley, kLine, 0, 3, {});
  CHECK(with_blank.rows.size() == 2);
  CHECK(with_blank.height == placed.height);
}

TEST_CASE("which groups hold which, and where they begin and go on") {
  Galley galley;
  galley.groups = {group(-1, false), group(0, false), group(1, false), group(-1, false)};
  galley.rows = {row(-1, 1), row(0, 1), row(2, 1), row(2, 1), row(3, 1)};
  CHECK(is_inside(galley, 2, 0));
  CHECK(is_inside(galley, 2, 2));
  CHECK(is_inside(galley, -1, -1));
  CHECK_FALSE(is_inside(galley, 0, 2));
  CHECK_FALSE(is_inside(galley, 3, 0));
  CHECK(child_towards(galley, -1, 2) == 0);
  CHECK(child_towards(galley, 0, 2) == 1);
  CHECK(child_towards(galley, 1, 2) == 2);
  CHECK_FALSE(group_begins_before(galley, 0, 1));
  CHECK(group_begins_before(galley, 0, 2));
  CHECK_FALSE(group_begins_before(galley, 2, 2));
  CHECK(group_goes_on_at(galley, 0, 3));
  CHECK_FALSE(group_goes_on_at(galley, 0, 4));
  CHECK_FALSE(group_goes_on_at(galley, 3, 5));
}

TEST_CASE("a paragraph's first and last line never stand alone; what is kept whole never breaks") {
  const auto costs = [](std::size_t count, void (*keep)(std::vector<GalleyRow>&, std::size_t, std::size_t)) {
    std::vector<GalleyRow> rows(count + 2);
    keep(rows, 1, count + 1);
    std::string out;
    for (const GalleyRow& r : rows) out += r.break_cost >= kBreakForbidden ? 'x' : '.';
    return out;
  };
  CHECK(costs(1, keep_paragraph_together) == "...");
  CHECK(costs(2, keep_paragraph_together) == "..x.");
  CHECK(costs(3, keep_paragraph_together) == "..xx.");
  CHECK(costs(5, keep_paragraph_together) == "..x..x.");
  CHECK(costs(4, keep_whole) == "..xxx.");
  CHECK(costs(1, keep_whole) == "...");
}

TEST_CASE("a line becomes a row with its baseline above the lower edge") {
  SetLine line;
  line.items.push_back({1, 0, 0, 0, Fill{{1_pt, -5_pt, 10_pt, 1_pt}, ColourRole::Text}});
  line.links.push_back({{2_pt, -8_pt, 10_pt, 10_pt}, ExternalTarget{"x"}, 1, ""});
  line.notes = {4};
  const GalleyRow made = row_of(line, 12_pt, 2_pt, 20_pt);
  CHECK(made.height == 12_pt);
  CHECK(std::get<Fill>(made.items[0].content).rect == Rect{21_pt, 5_pt, 10_pt, 1_pt});
  CHECK(made.links[0].rect == Rect{22_pt, 2_pt, 10_pt, 10_pt});
  CHECK(made.notes == std::vector<std::uint32_t>{4});
}
