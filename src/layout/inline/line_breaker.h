// The optimal line breaker; see note [optimal line breaking] in line_cost.h.
#pragma once

#include <array>
#include <vector>

#include "layout/inline/line_cost.h"

namespace nbpublish {

// Widest adjustment ratio tried, in turn. 1 is the style's limit; the last takes whatever there is.
inline constexpr std::array<double, 3> kLineTolerances = {2, 6, 1000};

// One line of the result: items [first, end), broken at item `at` (items.size() = the paragraph's end).
struct BrokenLine {
  std::size_t first = 0, at = 0;
  double ratio = 0;
  bool hyphenated = false;
  bool last = false;
  bool overfull = false;  // wider than the measure although everything was tried
};

// The breaks of least total demerits. Tries the tolerances in turn: the first that leaves a way decides;
// a paragraph that cannot be set at all gets overfull lines, never an endless loop. Forced breaks are
// respected; an empty list gives no line. O(items x active breaks).
std::vector<BrokenLine> break_lines(const std::vector<InlineItem>& items, const BreakRules& rules);

// The best way with exactly `count` lines, none looser than `tolerance`; empty if there is none. O(items x
// active breaks x lines that active breaks differ by).
std::vector<BrokenLine> break_lines_to(const std::vector<InlineItem>& items, const BreakRules& rules, std::size_t count, double tolerance);

// Total demerits of a given way to break, for tests and for comparing.
double total_demerits(const std::vector<InlineItem>& items, const BreakRules& rules, const std::vector<BrokenLine>& lines);

}  // namespace nbpublish
