// The breaker against the greedy way, and its rules one by one; against brute force: line_breaker_property_test.cc.
#include <catch2/catch.hpp>
#include <optional>
#include <random>

#include "made_items.h"

using namespace nbpublish;
using namespace nbpublish::literals;
using namespace nbpublish::testing;

namespace {

using Kind = InlineItem::Kind;
using Lines = std::vector<BrokenLine>;

// Fills each line as far as it goes; nothing where a line would be too loose or too long.
std::optional<Lines> greedy(const std::vector<InlineItem>& items, const BreakRules& rules, double tolerance) {
  const ItemSums sums(items);
  Lines lines;
  for (std::size_t start = 0; start < items.size();) {
    std::optional<BrokenLine> best;
    for (std::size_t at = start; at <= items.size(); ++at) {
      if (!is_legal_break(items, at)) continue;
      const LineCandidate line = measure_line(items, sums, rules, start, at, lines.empty());
      if (line.ratio >= -1) best = BrokenLine{start, at, line.ratio, line.hyphenated, line.last, false};
      if (is_forced(items, at)) break;
    }
    if (!best || best->ratio > tolerance) return std::nullopt;
    lines.push_back(*best);
    start = line_start(items, best->at);
  }
  return lines;
}

}  // namespace

TEST_CASE("three lines in a row do not end in a hyphen, be it the author's, if there is another way") {
  // Words of ten, every other one with a hyphen of its own behind five letters.
  std::vector<InlineItem> items;
  const auto box = [&](double width, bool hyphen) {
    InlineItem item;
    item.width = Length::pt(width);
    item.hyphen = hyphen;
    items.push_back(item);
  };
  const auto penalty = [&](int cost, bool hyphen) {
    InlineItem item;
    item.kind = Kind::Penalty;
    item.penalty = cost;
    item.hyphen = hyphen;
    items.push_back(item);
  };
  for (int i = 0; i < 6; ++i) {
    InlineItem space;
    space.kind = Kind::Glue;
    space.width = 10_pt, space.stretch = 6_pt, space.shrink = 2_pt;
    if (i > 0) items.push_back(space);
    box(50, i % 2 == 0), penalty(0, i % 2 == 1), box(50, false);
  }
  const BreakRules rules = rules_of(Alignment::Justified, 110);
  const Lines lines = break_lines(items, rules);
  CHECK(fault_of(items, lines).empty());
  CHECK(total_demerits(items, rules, lines) < kLadderDemerits);
}

TEST_CASE("a number of lines is looked for in ragged lines, before forced breaks and without spaces that give") {
  const BreakRules ragged = rules_of(Alignment::Ragged, 60), justified = rules_of(Alignment::Justified, 150);
  CHECK(break_lines_to({box(5), glue(10, 0, 0), box(5)}, ragged, 2, 20).size() == 2);
  CHECK(break_lines_to({box(10), penalty(kForced), box(10), penalty(kForced), box(10)}, justified, 3, 2).size() == 3);
  std::vector<InlineItem> stiff{box(26), glue(10, 0, 0), box(38), glue(10, 0, 0), box(22), glue(10, 0, 0), box(5)};
  for (InlineItem& item : stiff)
    if (item.kind == Kind::Box) item.letters = Length::pt(0.6);
  CHECK(break_lines_to(stiff, justified, 2, 40).size() == 2);
  // What stands where a line ends takes no room.
  BreakRules exact = rules_of(Alignment::Justified, 60);
  exact.hang_limit = {};
  CHECK(break_lines_to({box(60), glue(10, 0, 0), box(60)}, exact, 2, 2).size() == 2);
}

TEST_CASE("the greedy way is never better") {
  std::mt19937 random(42);
  std::size_t compared = 0, worse = 0;
  for (int round = 0; round < 500; ++round) {
    std::vector<InlineItem> items{box(20)};
    for (int i = 0; i < 60; ++i) {
      if (random() % 4 == 0) items.push_back(penalty(60, 5));
      else items.push_back(glue(10, 5, 3));
      items.push_back(box(10 + static_cast<double>(random() % 40)));
    }
    const BreakRules rules = rules_of(Alignment::Justified, 250);
    const std::optional<Lines> lines = greedy(items, rules, kLineTolerances.front());
    if (!lines) continue;
    ++compared;
    const double best = total_demerits(items, rules, break_lines(items, rules)), simple = total_demerits(items, rules, *lines);
    REQUIRE(best <= simple * (1 + 1e-12));
    worse += best < simple ? 1 : 0;
  }
  CHECK(compared > 20);
  CHECK(worse * 2 > compared);
}

TEST_CASE("what hangs into the margins takes no room in the line") {
  // Two boxes and a space of 10 in a measure of 50: the boxes' edges hang 2 and 1.
  std::vector<InlineItem> items{box(20), glue(10, 5, 3), box(20), glue(10, 5, 3), box(20)};
  items[0].hang_left = 2_pt;
  items[2].hang_right = 1_pt;
  const ItemSums sums(items);
  CHECK(measure_line(items, sums, rules_of(Alignment::Justified, 50), 0, 3, true).ratio == Approx(3.0 / 5));
  CHECK(measure_line(items, sums, rules_of(Alignment::Justified, 47), 0, 3, true).ratio == 0);
  CHECK(measure_line(items, sums, rules_of(Alignment::Ragged, 50), 0, 3, true).ratio == 0);
}

TEST_CASE("letter spaces give before word spaces give all, and then no more") {
  const Length stretch = 10_pt, letters = 6_pt;
  CHECK(adjustment_ratio(10_pt, stretch, {}, letters) == Approx(0.5));
  CHECK(letter_ratio(0.3) == Approx(0.5));
  CHECK(letter_ratio(0.6) == Approx(1));
  CHECK(letter_ratio(-0.9) == Approx(-1));
  CHECK(adjustment_ratio(12_pt, stretch, {}, letters) == Approx(0.6));
  CHECK(adjustment_ratio(16_pt, stretch, {}, letters) == Approx(1));
  CHECK(adjustment_ratio(26_pt, stretch, {}, letters) == Approx(2));
  CHECK(adjustment_ratio(-8_pt, {}, 10_pt, letters) == Approx(-0.4));
  // Without spaces a line stays ragged, and a longer one is better than a shorter.
  CHECK(adjustment_ratio(20_pt, {}, {}, letters) == Approx(2));
  CHECK(adjustment_ratio(40_pt, {}, {}, letters) == Approx(4));
  for (const double r : {-1.0, -0.7, -0.2, 0.1, 0.6, 0.8, 1.5}) {  // what the spaces and letters give is the slack
    const double given = r * 10 + letter_ratio(r) * 6;
    CHECK(adjustment_ratio(Length::pt(given), stretch, stretch, letters) == Approx(r).epsilon(1e-4));
  }
}

TEST_CASE("lines that begin or end with the same word cost more than lines that do not") {
  std::vector<InlineItem> items{box(20), glue(10, 5, 3), box(20), glue(10, 5, 3), box(20), glue(10, 5, 3), box(20)};
  const BreakRules rules = rules_of(Alignment::Justified, 50);
  const Lines lines = break_lines(items, rules);
  REQUIRE(lines.size() == 2);
  const double plain = total_demerits(items, rules, lines);
  items[0].word = items[4].word = 7;
  const double begins = total_demerits(items, rules, lines);
  CHECK(begins > plain);
  items[2].word = items[6].word = 9;
  CHECK(total_demerits(items, rules, lines) > begins);
  items[6].word = 8;
  CHECK(total_demerits(items, rules, lines) == begins);
}

TEST_CASE("a division too wide for a line does not hide a later break that fits") {
  // "aa" + hyphen passes the measure, "aab" does not.
  const std::vector<InlineItem> items{box(20), penalty(60, 10), box(5), glue(10, 5, 3), box(25)};
  const Lines lines = break_lines(items, rules_of(Alignment::Ragged, 26));
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].at == 3);
  CHECK_FALSE(lines[0].overfull);
}

TEST_CASE("what cannot be broken is overfull, and everything is still there") {
  const std::vector<InlineItem> wide{box(10), glue(10, 5, 3), box(300), glue(10, 5, 3), box(10), penalty(kForced), box(500)};
  for (const Alignment alignment : {Alignment::Justified, Alignment::Ragged, Alignment::Balanced, Alignment::Centered}) {
    const Lines lines = break_lines(wide, rules_of(alignment, 100));
    CHECK(fault_of(wide, lines).empty());
    CHECK(std::count_if(lines.begin(), lines.end(), [](const BrokenLine& l) { return l.overfull; }) >= 2);
  }
}

TEST_CASE("an empty list has no lines; one without a box has one") {
  const BreakRules rules = rules_of(Alignment::Justified, 100);
  CHECK(break_lines({}, rules).empty());
  CHECK(break_lines({glue(10, 5, 3)}, rules).size() == 1);
  CHECK(break_lines({penalty(kForbidden), glue(10, 5, 3)}, rules).size() == 1);
}

TEST_CASE("forced breaks end lines, and two in a row leave one empty") {
  const std::vector<InlineItem> items{box(10), penalty(kForced), penalty(kForced), box(20), penalty(kForced), box(30)};
  const Lines lines = break_lines(items, rules_of(Alignment::Justified, 100));
  REQUIRE(lines.size() == 4);
  CHECK(lines[1].first == lines[1].at);
  for (const BrokenLine& line : lines) {
    CHECK(line.last);
    CHECK(line.ratio == 0);
  }
}

TEST_CASE("breaks are legal at a glue behind a box and at a penalty that is not forbidden") {
  const std::vector<InlineItem> items{glue(10, 5, 3),      box(10),        glue(10, 5, 3), glue(10, 5, 3), penalty(50),
                                      penalty(kForbidden), glue(10, 5, 3), box(10)};
  std::string legal;
  for (std::size_t at = 0; at <= items.size(); ++at) legal += is_legal_break(items, at) ? 'x' : '.';
  CHECK(legal == "..x.x...x");
  CHECK(line_start(items, 2) == 7);  // glue and penalties are dropped
  CHECK(line_start(items, items.size()) == items.size());
}

TEST_CASE("a line's ratio, and which last line is too short") {
  const std::vector<InlineItem> items{box(40), glue(10, 5, 2), box(40), glue(10, 5, 2), box(10)};
  const ItemSums sums(items);
  const auto measured = [&](double measure, std::size_t start, std::size_t at, bool first, Alignment alignment = Alignment::Justified) {
    return measure_line(items, sums, rules_of(alignment, measure), start, at, first);
  };
  CHECK(measured(90, 0, 3, true).ratio == 0);
  CHECK(measured(95, 0, 3, true).ratio == Approx(1));
  CHECK(measured(92.5, 0, 3, true).badness == Approx(100.0 / 8));
  CHECK(measured(88, 0, 3, true).ratio == Approx(-1));
  CHECK(measured(87, 0, 3, true).ratio < -1);
  CHECK(measured(87, 0, 3, true, Alignment::Ragged).ratio < -1);
  CHECK(measured(88, 0, 3, true, Alignment::Ragged).ratio < -1);  // ragged lines don't shrink
  CHECK(measured(130, 0, 3, true, Alignment::Ragged).ratio == Approx(1));
  const LineCandidate last = measured(200, 4, 5, false);
  CHECK(last.last);
  CHECK(last.ratio == 0);
  CHECK(last.short_last);
  CHECK_FALSE(measured(200, 0, 5, true).short_last);  // a paragraph of one line may be short
  CHECK_FALSE(measured(200, 2, 5, false).short_last);
  CHECK(measured(60, 4, 5, false, Alignment::Balanced).ratio == Approx(1.25));
}

TEST_CASE("marks without width cost no more than letters: the lines stay whole") {
  std::vector<InlineItem> items;
  for (int i = 0; i < 20'000; ++i) {
    if (i > 0) items.push_back(penalty(30));
    items.push_back(box(i % 4'000 == 0 ? 30 : 0));
  }
  BreakRules rules;
  rules.measure = 100_pt;
  rules.alignment = Alignment::Ragged;
  rules.ragged_stretch = 40_pt;
  CHECK(fault_of(items, break_lines(items, rules)).empty());
}
