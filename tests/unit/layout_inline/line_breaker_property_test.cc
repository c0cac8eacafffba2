// The breaker against brute force: small paragraphs of every kind, all ways to break them tried.
#include <cmath>
#include <limits>
#include <optional>
#include <tuple>

#include "made_items.h"
#include "support/property.h"

using namespace nbpublish;
using namespace nbpublish::testing;

namespace {

using Items = std::vector<InlineItem>;
using Lines = std::vector<BrokenLine>;

// A word and what stands before it, as numbers that shrink towards a plain word behind a plain space: what, width of the word, what
// its letters give, what it hangs into the margins, how much the space stretches, how much it shrinks.
using Word = std::tuple<int, int, int, int, int, int>;

enum What : int { kSpace, kDivision, kSpaceThatBinds, kPlace, kDash, kEndOfLine, kWhats };

rc::Gen<std::vector<Word>> words() {
  return up_to(9, rc::gen::tuple(whole_range(0, kWhats), whole_range(5, 55), whole_range(0, 8), whole_range(0, 4), whole_range(0, 8),
                                 whole_range(0, 6)));
}

// Equal words are left out: that two lines begin alike is told by their beginnings, which the search does not keep apart.
Items items_of(const std::vector<Word>& words) {
  Items items;
  for (const auto& [what, width, letters, hang, stretch, shrink] : words) {
    if (!items.empty()) {
      if (what == kDash) items.back().hyphen = true;  // the author's
      if (what == kDash) items.push_back(penalty(0));
      if (what == kDivision) items.push_back(penalty(60, 10));
      if (what == kPlace) items.push_back(penalty(15 * stretch));
      if (what == kSpaceThatBinds) items.push_back(penalty(kForbidden));
      if (what == kEndOfLine) items.push_back(penalty(kForced));
      if (what == kSpace || what == kSpaceThatBinds) items.push_back(glue(10, stretch, shrink));
    }
    items.push_back(box(width));
    items.back().letters = Length::pt(0.1 * letters);
    if ((hang & 1) != 0) items.back().hang_right = kHangLimit.scaled(0.5);
    if ((hang & 2) != 0) items.back().hang_left = kHangLimit;
  }
  return items;
}

BreakRules any_rules() {
  const auto alignment =
      *rc::gen::elementOf(std::vector{Alignment::Justified, Alignment::Ragged, Alignment::Balanced, Alignment::Right, Alignment::Centered});
  BreakRules rules = rules_of(alignment, *whole_range(60, 180));
  rules.first_indent = Length::pt(*whole_range(0, 20));
  return rules;
}

// The cheapest of all ways whose lines all stay within the tolerance, found by trying every one.
class BruteForce {
 public:
  // `count`: of lines; 0 = any.
  BruteForce(const Items& items, const BreakRules& rules, double tolerance, std::size_t count = 0)
      : items_(items), rules_(rules), sums_(items), tolerance_(tolerance), count_(count) {
    go(0, true);
  }
  std::optional<double> least() const { return least_ < std::numeric_limits<double>::infinity() ? std::optional(least_) : std::nullopt; }

 private:
  const Items& items_;
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

// Sums of the same terms in another order.
bool is_same(double a, double b) { return std::abs(a - b) <= 1e-9 * std::max(std::abs(a), std::abs(b)); }

}  // namespace

TEST_CASE("the breaker finds the least demerits of all ways to break") {
  int found = 0, justified = 0;
  check_property(700, [&] {
    const Items items = items_of(*words());
    RC_PRE(!items.empty());
    const BreakRules rules = any_rules();
    const Lines lines = break_lines(items, rules);
    RC_ASSERT(fault_of(items, lines) == "");
    for (const double tolerance : kLineTolerances) {
      const std::optional<double> least = BruteForce(items, rules, tolerance).least();
      if (!least) continue;
      RC_ASSERT(is_same(total_demerits(items, rules, lines), *least));
      for (const BrokenLine& line : lines) RC_ASSERT_FALSE(line.overfull);
      ++found;
      justified += rules.alignment == Alignment::Justified && lines.size() > 1 ? 1 : 0;
      return;
    }
  });
  CHECK(found > 500);  // else it is the generator that is wrong
  CHECK(justified > 60);
}

TEST_CASE("with a number of lines asked for, the cheapest of the ways that have it") {
  int found = 0, none = 0;
  check_property(500, [&] {
    const Items items = items_of(*words());
    RC_PRE(!items.empty());
    const BreakRules rules = any_rules();
    const std::size_t best = break_lines(items, rules).size();
    for (const std::size_t count : {best - 1, best, best + 1}) {
      if (count == 0) continue;
      const Lines lines = break_lines_to(items, rules, count, 20);
      const std::optional<double> least = BruteForce(items, rules, 20, count).least();
      RC_ASSERT(lines.empty() == !least);
      if (!least) {
        ++none;
        continue;
      }
      RC_ASSERT(fault_of(items, lines) == "");
      RC_ASSERT(lines.size() == count);
      RC_ASSERT(is_same(total_demerits(items, rules, lines), *least));
      found += count != best ? 1 : 0;
    }
  });
  CHECK(found > 20);
  CHECK(none > 50);
}

TEST_CASE("in any measure, even one that nothing fits, every word is in one line") {
  check_property(500, [&] {
    const Items items = items_of(*words());
    RC_PRE(!items.empty());
    BreakRules rules = any_rules();
    rules.measure = Length::pt(*whole_range(-20, 60));
    RC_ASSERT(fault_of(items, break_lines(items, rules)) == "");
  });
}
