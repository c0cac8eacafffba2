#include "layout/page/page_cost.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace nbpublish {
namespace {

constexpr int kMostStretch = 3;        // lines of white a page may be given (docs/design.md, The grid); the third is dear
constexpr double kStretchedLine = 30;  // readers hardly see it
constexpr int kFreeStretch = 2;
constexpr double kMuchStretch = 500;
constexpr double kShortLine = 150;        // a page that ends a line early
constexpr double kUnequalLine = 2000;     // and its facing page does not: seen at once when the book lies open
constexpr double kVeryShortLine = 1'500;  // each line beyond the limit
constexpr int kLeastLastPage = 5;         // lines on a chapter's last page
constexpr double kStubPage = 4'000;
constexpr double kSplitNote = 6'000;  // rather than that, a page may end some five lines early
constexpr double kMovedFigure = 800;  // rather than that, a page may end two lines early
constexpr double kLateNote = 10 * kBreakForbidden;

}  // namespace

int note_lines(Length rows_height, const PageRules& rules) {
  if (rows_height.is_zero()) return 0;
  return static_cast<int>(round_up(rules.note_gap + rules.note_rule + rows_height, rules.line) / rules.line);
}

int most_white(const PageCandidate& page, const PageRules& rules) {
  if (page.last) return 0;
  return std::clamp(rules.lines - page.used - page.notes, 0, std::min(page.stretch, kMostStretch));
}

int missing_lines(const PageCandidate& page, const PageRules& rules) {
  return std::max(rules.lines - page.used - page.notes - page.white, 0);
}

double page_cost(const PageCandidate& page, const PageRules& rules) {
  if (is_overfull(page, rules)) return std::numeric_limits<double>::infinity();
  const double moved = page.moves_figure ? kMovedFigure : 0;
  if (page.last) return moved + page.reset_cost + (page.used < kLeastLastPage ? kStubPage : 0);
  const int missing = missing_lines(page, rules);
  double cost =
      page.break_cost + page.reset_cost + moved + kStretchedLine * page.white * page.white + (page.white > kFreeStretch ? kMuchStretch : 0);
  if (page.splits_note) cost += kSplitNote;
  if (page.late_note) cost += kLateNote;
  cost += kShortLine * std::min(missing, rules.short_limit) * std::min(missing, rules.short_limit);
  if (missing > rules.short_limit) cost += kVeryShortLine * (missing - rules.short_limit);
  return cost;
}

double spread_cost(const PageCandidate& verso, const PageCandidate& recto, const PageRules& rules) {
  if (verso.last || recto.last) return 0;
  const auto told = [&](const PageCandidate& page) { return std::min(missing_lines(page, rules), kMostMissing); };
  return kUnequalLine * std::abs(told(verso) - told(recto));
}

}  // namespace nbpublish
