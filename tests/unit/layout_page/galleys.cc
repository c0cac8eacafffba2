#include "galleys.h"

#include <limits>

namespace nbpublish::testing {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

int below(std::mt19937& random, int limit) {
  return static_cast<int>(random() % static_cast<unsigned>(limit));
}

void add_paragraph(Galley& galley, std::mt19937& random) {
  const std::size_t first = galley.rows.size();
  for (int i = 1 + below(random, 5); i > 0; --i) galley.rows.push_back(row());
  keep_paragraph_together(galley.rows, first, galley.rows.size());
  if (below(random, 3) == 0) galley.rows[first].space_before = 1;
}

void add_heading(Galley& galley, std::mt19937& random) {
  galley.rows.push_back(row(1 + below(random, 2)));
  galley.rows.back().space_before = below(random, 3);
  galley.rows.back().stretch_before = below(random, 2);
  galley.rows.push_back(row(1, kBreakForbidden));
}

// Space inside a group where a page ends is never more than at its end and a row: else a longer page could be
// the lower one.
void add_group(Galley& galley, std::mt19937& random) {
  GalleyGroup group;
  group.top_first = group.top_continued = kLine / 2;
  if (below(random, 2) == 0) group.top_continued = kLine * 2;
  group.bottom_last = group.bottom_split = kLine / 3;
  group.to_grid = below(random, 2) == 0;
  galley.groups.push_back(group);
  const std::size_t first = galley.rows.size();
  const bool whole = below(random, 3) == 0;
  for (int i = 2 + below(random, 5); i > 0; --i) {
    galley.rows.push_back(row(0.8, below(random, 2) == 0 ? kBreakPoor : kBreakFree));
    galley.rows.back().group = static_cast<int>(galley.groups.size()) - 1;
  }
  if (whole) keep_whole(galley.rows, first, galley.rows.size());
  galley.rows[first].stretch_before = 1;
}

}  // namespace

void add_note(Galley& galley, std::size_t row_index, int lines) {
  Galley body = plain_rows(static_cast<std::size_t>(lines));
  galley.rows[row_index].notes.push_back(static_cast<std::uint32_t>(galley.notes.size()));
  galley.notes.push_back({std::make_shared<const Galley>(std::move(body))});
}

Galley random_galley(std::mt19937& random, std::size_t rows) {
  Galley galley;
  while (galley.rows.size() < rows) {
    switch (below(random, 5)) {
      case 0:
        add_heading(galley, random);
        break;
      case 1:
        add_group(galley, random);
        break;
      default:
        add_paragraph(galley, random);
    }
    if (below(random, 6) == 0) add_note(galley, galley.rows.size() - 1, 1 + below(random, 3));
  }
  return galley;
}

PageCandidate measured(const Galley& galley, const PageRules& rules, std::size_t first, std::size_t end) {
  PageCandidate page;
  const Length height = place_segment(galley, rules.line, first, end, {}).height;
  page.used = static_cast<int>(round_up(height, rules.line) / rules.line);
  Length notes;
  for (std::size_t r = first; r < end; ++r) {
    for (const std::uint32_t n : galley.rows[r].notes)
      for (const GalleyRow& line : galley.notes[n].body->rows) notes += line.height;
    if (r > first) page.stretch += galley.rows[r].stretch_before;
  }
  page.notes = note_lines(notes, rules);
  page.last = end == galley.rows.size();
  page.break_cost = page.last ? 0 : galley.rows[end].break_cost;
  return page;
}

namespace {

// Every way to go on from row `first`, after `before` (null: nothing); `recto` is the next page's side.
class Force {
 public:
  Force(const Galley& galley, const PageRules& rules) : galley_(galley), rules_(rules) { go(0, nullptr, rules.starts_recto, 0); }
  double least = kInfinity;

 private:
  const Galley& galley_;
  const PageRules& rules_;

  void go(std::size_t first, const PageCandidate* before, bool recto, double cost) {
    if (first == galley_.rows.size()) least = std::min(least, cost);
    for (std::size_t end = first + 1; end <= galley_.rows.size() && cost < least; ++end) {
      PageCandidate page = measured(galley_, rules_, first, end);
      const int most = most_white(page, rules_);
      for (page.white = 0; page.white <= most; ++page.white) {
        const double spread = recto && before != nullptr ? spread_cost(*before, page, rules_) : 0;
        const double sum = cost + page_cost(page, rules_) + spread;
        if (sum < least) go(end, &page, !recto, sum);
      }
    }
  }
};

}  // namespace

double least_cost_by_force(const Galley& galley, const PageRules& rules) { return Force(galley, rules).least; }

}  // namespace nbpublish::testing
