#include "layout/page/page_cost.h"

#include <algorithm>
#include <limits>

namespace nbpublish {
namespace {

constexpr int kMostStretch = 2;          // lines of white a page may be given (design brief, section 4)
constexpr double kStretchedLine = 30;    // readers hardly see it
constexpr double kShortLine = 250;       // a page that ends a line early
constexpr double kVeryShortLine = 1'500; // each line beyond the limit
constexpr int kLeastLastPage = 5;        // lines on a chapter's last page
constexpr double kStubPage = 4'000;

}  // namespace

int note_lines(Length rows_height, const PageRules& rules) {
  if (rows_height.is_zero()) return 0;
  return static_cast<int>(round_up(rules.note_gap + rules.note_rule + rows_height, rules.line) / rules.line);
}

int stretch_wanted(const PageCandidate& page, const PageRules& rules) {
  if (page.last) return 0;
  return std::clamp(rules.lines - page.used - page.notes, 0, std::min(page.stretch, kMostStretch));
}

double page_cost(const PageCandidate& page, const PageRules& rules) {
  const int room = rules.lines - page.used - page.notes;
  if (room < 0) return std::numeric_limits<double>::infinity();
  if (page.last) return page.used < kLeastLastPage ? kStubPage : 0;
  const int stretched = stretch_wanted(page, rules), missing = room - stretched;
  double cost = page.break_cost + kStretchedLine * stretched * stretched;
  cost += kShortLine * std::min(missing, rules.short_limit) * std::min(missing, rules.short_limit);
  if (missing > rules.short_limit) cost += kVeryShortLine * (missing - rules.short_limit);
  return cost;
}

}  // namespace nbpublish
