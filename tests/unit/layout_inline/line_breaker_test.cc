// The breaker against brute force, and against the greedy way.
#include "layout/inline/line_breaker.h"

#include <catch2/catch.hpp>
#include <limits>
#include <optional>
#include <random>

using namespace nbpublish;
using namespace nbpublish::literals;

namespace {

using Kind = InlineItem::Kind;
using Lines = std::vector<BrokenLine>;

constexpr Length kHangLimit = Length::pt(2.5);

InlineItem box(double width) {
  InlineItem item;
  item.width = Length::pt(width);
  return item;
}
InlineItem glue(double width, double stretch, double shrink) {
  InlineItem item;
  item.kind = Kind::Glue;
  item.width = Length::pt(width);
  item.stretch = Length::pt(stretch);
  item.shrink = Length::pt(shrink);
  return item;
}
InlineItem penalty(int value, double width = 0) {
  InlineItem item;
  item.kind = Kind::Penalty;
  item.penalty = value;
  item.width = Length::pt(width);
  item.hyphen = width > 0;
  return item;
}

// Words of random widths with spaces, divisions, places that forbid a break and some that demand one.
std::vector<InlineItem> random_items(std::mt19937& random, bool forced) {
  const auto upto = [&](unsigned n) { return static_cast<int>(random() % n); };
  std::vector<InlineItem> items{box(10 + upto(50))};
  items.back().letters = Length::pt(0.1 * upto(8));
  for (int i = 4 + upto(7); i > 0; --i) {
    const int what = upto(10);
    if (what == 0) items.push_back(penalty(kForbidden));
    if (what == 1 && forced) items.push_back(penalty(kForced));
    if (what == 2) items.push_back(penalty(30 * upto(4)));
    if (what >= 7) items.push_back(penalty(60, 10));
    else if (what != 1 || !forced) items.push_back(glue(10, upto(8), upto(6)));
    items.push_back(box(5 + upto(50)));
    items.back().letters = Length::pt(0.1 * upto(8));
    if (upto(3) == 0) items.back().hang_right = kHangLimit.scaled(0.5);
    if (upto(3) == 0) items.back().hang_left = kHangLimit;
  }
  return items;
}

bool is_forced(const std::vector<InlineItem>& items, std::size_t at) {
  return at == items.size() || (items[at].kind == Kind::Penalty && items[at].penalty <= kForced);
}

// The cheapest of all ways whose lines all stay within the tolerance, found by trying every one.
class BruteForce {
 public:
  // `count`: of lines; 0 = any.
  BruteForce(const std::vector<InlineItem>& items, const BreakRules& rules, double tolerance, std::size_t count = 0)
      : items_(items), rules_(rules), sums_(items), tolerance_(tolerance), count_(count) {
    go(0, true);
  }
  std::optional<double> least() const { return least_ < std::numeric_limits<double>::infinity() ? std::optional(least_) : std::nullopt; }

 private:
  const std::vector<InlineItem>& items_;
  const BreakRules& rules_;
  ItemSums sums_;
  double tolerance_;
  std::size_t count_;
  Lines lines_;
  double least_ = std::numeric_limits<double>::infinity();

  // No way with a ladder of hyphens is one.
  void take(double total) {
    if (total < kLadderDemerits) least_ = std::min(least_, total);
  }

  void go(std::size_t start, bool first) {
    for (std::size_t at = start; at <= items_.size(); ++at) {
      if (!is_legal_break(items_, at)) continue;
      const LineCandidate line = measure_line(items_, sums_, rules_, start, at, first);
      if (line.ratio >= -1 && line.ratio <= tolerance_) {
        lines_.push_back({start, at, line.ratio, line.hyphenated, line.last, false});
        if (at != items_.size()) go(line_start(items_, at), false);
        else if (count_ == 0 || lines_.size() == count_) take(total_demerits(items_, rules_, lines_));
        lines_.pop_back();
      }
      if (is_forced(items_, at)) return;
    }
  }
};

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

// Every box stands in exactly one line, in order, and no line runs over a forced break.
void check_whole(const std::vector<InlineItem>& items, const Lines& lines) {
  REQUIRE_FALSE(lines.empty());
  std::size_t next = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (; next < lines[i].first; ++next) REQUIRE(items[next].kind != Kind::Box);
    REQUIRE(lines[i].first == next);
    REQUIRE(lines[i].at >= lines[i].first);
    REQUIRE(is_legal_break(items, lines[i].at));
    for (std::size_t k = lines[i].first; k < lines[i].at; ++k) REQUIRE_FALSE(is_forced(items, k));
    REQUIRE(lines[i].last == is_forced(items, lines[i].at));
    next = lines[i].at;
  }
  REQUIRE(lines.back().at == items.size());
}

BreakRules rules_of(Alignment alignment, double measure) {
  BreakRules rules;
  rules.measure = Length::pt(measure);
  rules.alignment = alignment;
  rules.least_last_line = 20_pt;
  rules.hang_limit = kHangLimit;
  rules.ragged_stretch = 40_pt;
  return rules;
}

constexpr Alignment kAlignments[] = {Alignment::Justified, Alignment::Justified, Alignment::Ragged, Alignment::Balanced, Alignment::Right};

}  // namespace

TEST_CASE("the breaker finds the least demerits of all ways to break") {
  std::mt19937 random(19811101);
  std::size_t found = 0, justified = 0;
  for (int round = 0; round < 700; ++round) {
    const std::vector<InlineItem> items = random_items(random, round % 4 == 0);
    BreakRules rules = rules_of(kAlignments[random() % std::size(kAlignments)], 60 + random() % 120);
    if (round % 3 == 0) rules.first_indent = Length::pt(random() % 20);
    INFO("round " << round);
    const Lines lines = break_lines(items, rules);
    check_whole(items, lines);
    for (const double tolerance : kLineTolerances) {
      const std::optional<double> least = BruteForce(items, rules, tolerance).least();
      if (!least) continue;
      REQUIRE(total_demerits(items, rules, lines) == Approx(*least));
      for (const BrokenLine& line : lines) REQUIRE_FALSE(line.overfull);
      ++found;
      justified += rules.alignment == Alignment::Justified ? 1 : 0;
      break;
    }
  }
  CHECK(found > 500);
  CHECK(justified > 150);
}

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
  check_whole(items, lines);
  CHECK(total_demerits(items, rules, lines) < kLadderDemerits);
}

TEST_CASE("with a number of lines asked for, the cheapest of the ways that have it") {
  std::mt19937 random(2016);
  std::size_t found = 0, none = 0;
  for (int round = 0; round < 500; ++round) {
    const std::vector<InlineItem> items = random_items(random, false);
    const BreakRules rules = rules_of(Alignment::Justified, 60 + random() % 120);
    const std::size_t best = break_lines(items, rules).size();
    for (const std::size_t count : {best - 1, best, best + 1}) {
      if (count == 0) continue;
      INFO("round " << round << ", " << count << " lines");
      const Lines lines = break_lines_to(items, rules, count, 20);
      const std::optional<double> least = BruteForce(items, rules, 20, count).least();
      REQUIRE(lines.empty() == !least);
      if (!least) {
        ++none;
        continue;
      }
      check_whole(items, lines);
      REQUIRE(lines.size() == count);
      REQUIRE(total_demerits(items, rules, lines) == Approx(*least));
      found += count != best ? 1 : 0;
    }
  }
  CHECK(found > 20);
  CHECK(none > 50);
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
  std::mt19937 random(7);
  const std::vector<InlineItem> wide{box(10), glue(10, 5, 3), box(300), glue(10, 5, 3), box(10), penalty(kForced), box(500)};
  for (const Alignment alignment : {Alignment::Justified, Alignment::Ragged, Alignment::Balanced, Alignment::Centered}) {
    const Lines lines = break_lines(wide, rules_of(alignment, 100));
    check_whole(wide, lines);
    CHECK(std::count_if(lines.begin(), lines.end(), [](const BrokenLine& l) { return l.overfull; }) >= 2);
  }
  for (int round = 0; round < 200; ++round) {
    const std::vector<InlineItem> items = random_items(random, true);
    for (const double measure : {-20.0, 0.0, 1.0, 20.0, 45.0})
      check_whole(items, break_lines(items, rules_of(Alignment::Justified, measure)));
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
  check_whole(items, break_lines(items, rules));
}
