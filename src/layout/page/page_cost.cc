#include "layout/page/page_cost.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace nbpublish {
namespace {

constexpr int kMostStretch = 3;             // lines of white a page may be given (docs/design.md, The grid); the third is dear
constexpr double kShortLine = 47'000;       // a page that ends a line early: the unit, for few see it if the facing page does, too
constexpr double kUnequalLine = 400'000;    // and its facing page does not: seen at once when the book lies open
constexpr double kMostUnequal = 800'000;    // more lines cost no more: one hole is better than two
constexpr double kVeryShortLine = 150'000;  // the line behind the limit; holes grow with the square
constexpr double kTightHeading = 130'000;   // a heading with a line of white less than those of other pages
constexpr double kLooseHeading = 66'000;    // or a line more
constexpr double kStretchedLine = 92'000;   // a line below a listing: readers see it beside another one
constexpr double kWellStretched = 1'000;    // but not where it is given back, or beside a figure
constexpr int kFreeStretch = 2;
constexpr double kMuchStretch = 20'000;
constexpr int kLastPages = 4;          // a chapter's last page has a quarter of its lines
constexpr double kStubPage = 240'000;  // in proportion to what it lacks of them
constexpr double kBlankBack = 200'000;
constexpr double kSplitNote = 200'000;     // rather than that, a page may end three lines early
constexpr double kMovedFigure = 12'000;    // rather than that, a page may end a line late
constexpr double kPartedFigure = 350'000;  // and this may be three early
constexpr double kLateNote = 10 * kBreakForbidden;

// One line too many is one; of more, the whole hole counts, a quarter of its square.
double very_short(int lines) {
  constexpr int kOfHole = 2;  // lines of it within the usual limit
  const double hole = lines + kOfHole;
  return lines < 1 ? 0 : lines == 1 ? 1 : hole * hole / 4;
}

double stub_cost(const PageCandidate& page, const PageRules& rules) {
  const int least = rules.lines / kLastPages;
  return page.last && page.used < least ? kStubPage * (least - page.used) / least : 0;
}

}  // namespace

int note_lines(Length rows_height, const PageRules& rules) {
  if (rows_height.is_zero()) return 0;
  return static_cast<int>(round_up(rules.note_gap + rules.note_rule + rows_height, rules.line) / rules.line);
}

int most_white(const PageCandidate& page, const PageRules& rules) {
  if (page.last || page.is_tight || page.is_loose) return 0;
  return std::clamp(rules.lines - page.used - page.notes, 0, std::min(page.stretch, kMostStretch));
}

int missing_lines(const PageCandidate& page, const PageRules& rules) { return rules.lines - page.used - page.notes - page.white; }

double page_cost(const PageCandidate& page, const PageRules& rules) {
  if (is_overfull(page, rules)) return std::numeric_limits<double>::infinity();
  const double moved = (page.moves_figure ? kMovedFigure : 0) + (page.parts_figure ? kPartedFigure : 0);
  const double tight = page.is_tight ? kTightHeading * page.shrink : page.is_loose ? kLooseHeading * page.grow : 0;
  const int more = std::max(-missing_lines(page, rules), 0), missing = std::max(missing_lines(page, rules), 0);
  // A line more is seen by nobody where the facing page has it, too. A page that no other is like cannot be long.
  const double long_cost = page.first || page.last ? kUnequalLine * more : 0;
  if (page.last) return moved + tight + page.reset_cost + stub_cost(page, rules) + long_cost;
  const int seen = std::max(page.white - page.good_stretch, 0);
  double cost = page.break_cost + page.reset_cost + moved + tight + long_cost + kStretchedLine * seen * seen +
                kWellStretched * (page.white - seen) + (seen > kFreeStretch ? kMuchStretch : 0);
  if (page.splits_note) cost += kSplitNote;
  if (page.late_note) cost += kLateNote;
  cost += kShortLine * std::min(missing, rules.short_limit) * std::min(missing, rules.short_limit);
  cost += kVeryShortLine * very_short(missing - rules.short_limit);
  return cost;
}

double blank_back_cost(const PageCandidate& page, const PageRules& rules) {
  return rules.is_followed_recto && stub_cost(page, rules) > 0 ? kBlankBack : 0;
}

double spread_cost(const PageCandidate& verso, const PageCandidate& recto, const PageRules& rules) {
  if (verso.last || recto.last) return 0;
  const auto told = [&](const PageCandidate& page) { return std::min(missing_lines(page, rules), kMostMissing); };
  return std::min(kUnequalLine * std::abs(told(verso) - told(recto)), kMostUnequal);
}

}  // namespace nbpublish
