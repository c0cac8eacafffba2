#include "galleys.h"

#include <limits>

namespace nbpublish::testing {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

int below(std::mt19937& random, int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); }

void add_paragraph(Galley& galley, std::mt19937& random) {
  const std::size_t first = galley.rows.size();
  for (int i = 1 + below(random, 5); i > 0; --i) galley.rows.push_back(row());
  keep_paragraph_together(galley.rows, first, galley.rows.size());
  if (below(random, 3) == 0) galley.rows[first].space_before = 1;
}

void add_heading(Galley& galley, std::mt19937& random) {
  galley.rows.push_back(row(1 + below(random, 2)));
  galley.rows.back().space_before = below(random, 3);
  galley.rows.back().shrink_before = std::min(galley.rows.back().space_before, below(random, 2));
  galley.rows.back().grow_before = galley.rows.back().shrink_before > 0 ? 0 : below(random, 2);
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
    if (r == first) continue;
    page.stretch += galley.rows[r].stretch_before;
    page.shrink += galley.rows[r].shrink_before;
    page.grow += galley.rows[r].grow_before;
  }
  page.notes = note_lines(notes, rules);
  page.first = first == 0;
  page.last = end == galley.rows.size();
  page.break_cost = page.last ? 0 : galley.rows[end].break_cost;
  return page;
}

bool add_figure(Galley& galley, std::mt19937& random) {
  std::vector<std::size_t> places;
  for (std::size_t i = 1; i < galley.rows.size(); ++i)
    if (is_between_groups(galley, i) && galley.rows[i].break_cost < kBreakForbidden) places.push_back(i);
  if (places.empty()) return false;
  const std::size_t first = places[random() % places.size()], end = first + 1 + random() % 2;
  GalleyGroup group;
  group.top_first = group.bottom_last = kLine / 2;
  group.to_grid = true;
  galley.groups.push_back(group);
  std::vector<GalleyRow> rows(end - first, row(0.9));
  for (GalleyRow& r : rows) r.group = static_cast<int>(galley.groups.size()) - 1;
  keep_whole(rows, 0, rows.size());
  galley.rows.insert(galley.rows.begin() + static_cast<std::ptrdiff_t>(first), rows.begin(), rows.end());
  galley.figures.push_back({first, end, true, false, random() % first, below(random, 2), {}});
  for (int less = below(random, 3); less > 0; --less)
    galley.figures.back().sizes.push_back({1'000.0 + below(random, 40'000), rows.front().height, {}, {}});
  return true;
}

namespace {

// A galley with its figure put elsewhere, and what the pages there must be like.
struct Arrangement {
  Galley galley;
  bool moved = false;
  std::size_t top = 0, below = 0;                       // the figure's rows: a page begins at `top`
  std::size_t leaver = 0, least_end = 0, most_end = 0;  // late: the page before begins before row `leaver`; early: where its page ends
  bool late = false;
  bool parts = false;     // late: behind its section
  bool is_alone = false;  // late: nothing fits below it

  bool allows(std::size_t first, std::size_t end) const {
    if (!moved) return true;
    if (first < top && end > top) return false;
    if (late) return (end != top || first < leaver) && (first != top || end > below || is_alone);
    return first != top || (end >= least_end && end <= most_end);
  }
  bool counts(std::size_t first, std::size_t end) const { return moved && (late ? end == top : first == top); }
};

// The figure's rows before what was row `place`.
Arrangement arranged(const Galley& galley, const PageRules& rules, std::size_t place) {
  const GalleyFigure& f = galley.figures.front();
  const std::size_t count = f.end - f.first;
  Arrangement made{
      galley,          true, place < f.first ? place : place - count, 0, f.first, *f.reference + 1 + count, f.first - 1 + count,
      place > f.first, false};
  made.below = made.top + count;
  std::vector<GalleyRow>& rows = made.galley.rows;
  if (f.end < rows.size())
    rows[f.end].space_before = f.space_without, rows[f.end].stretch_before = rows[f.end].shrink_before = rows[f.end].grow_before = 0;
  std::vector<GalleyRow> figure(rows.begin() + static_cast<std::ptrdiff_t>(f.first), rows.begin() + static_cast<std::ptrdiff_t>(f.end));
  figure.front().break_cost = place < rows.size() ? rows[place].break_cost : 0;
  if (place < rows.size()) {
    rows[place].space_before = space_below_top(rows[place]);
    rows[place].stretch_before = rows[place].shrink_before = rows[place].grow_before = 0;
  }
  rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(f.first), rows.begin() + static_cast<std::ptrdiff_t>(f.end));
  rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(made.top), figure.begin(), figure.end());
  const PageCandidate more = made.below < rows.size() ? measured(made.galley, rules, made.top, made.below + 1) : PageCandidate{};
  made.is_alone = made.below == rows.size() || is_overfull(more, rules);
  // The break was before the figure.
  if (made.late && made.is_alone && made.below < rows.size()) rows[made.below].break_cost = 0;
  return made;
}

std::vector<Arrangement> arrangements(const Galley& galley, const PageRules& rules) {
  std::vector<Arrangement> all{{galley}};
  if (galley.figures.empty()) return all;
  const GalleyFigure& f = galley.figures.front();
  const auto begins_section = [&](std::size_t row) { return row < galley.rows.size() && !galley.rows[row].section.empty(); };
  int sections = begins_section(f.end) ? 1 : 0;
  for (std::size_t p = f.end + 2; p <= galley.rows.size() && (sections += begins_section(p - 1) ? 1 : 0) < 2; ++p)
    if (is_between_groups(galley, p)) {
      all.push_back(arranged(galley, rules, p));
      all.back().parts = sections > 0;
    }
  for (std::size_t p = f.reference.value_or(0); p > 0 && !begins_section(p); --p)
    if (is_between_groups(galley, p) && *f.reference + 1 < f.first && f.first - p <= static_cast<std::size_t>(2 * rules.lines))
      all.push_back(arranged(galley, rules, p));
  return all;
}

// Every way to go on from row `first`, after `before` (null: nothing); `recto` is the next page's side.
class Force {
 public:
  Force(const Arrangement& arrangement, const PageRules& rules) : arrangement_(arrangement), galley_(arrangement.galley), rules_(rules) {
    go(0, nullptr, rules.starts_recto, 0);
  }
  double least = kInfinity;

 private:
  const Arrangement& arrangement_;
  const Galley& galley_;
  const PageRules& rules_;

  void try_page(std::size_t end, const PageCandidate& page, const PageCandidate* before, bool recto, double cost) {
    const double spread = recto && before != nullptr ? spread_cost(*before, page, rules_) : 0;
    const double sum = cost + page_cost(page, rules_) + spread + (recto ? blank_back_cost(page, rules_) : 0);
    if (sum < least) go(end, &page, !recto, sum);
  }

  // With the figure of the page set smaller where it is too high.
  void try_sizes(std::size_t first, std::size_t end, const PageCandidate& page, const PageCandidate* before, bool recto, double cost) {
    if (galley_.figures.empty()) return;
    const GalleyFigure& f = galley_.figures.front();
    const std::size_t begin = arrangement_.moved ? arrangement_.top : f.first;
    if (begin < first || begin + (f.end - f.first) > end) return;
    PageCandidate smaller = page;
    for (const FigureSize& size : f.sizes) {
      if (smaller.used + smaller.notes <= rules_.lines) return;
      --smaller.used;
      smaller.reset_cost = size.cost;
      if (!is_overfull(smaller, rules_)) try_page(end, smaller, before, recto, cost);
    }
  }

  void go(std::size_t first, const PageCandidate* before, bool recto, double cost) {
    if (first == galley_.rows.size()) least = std::min(least, cost);
    for (std::size_t end = first + 1; end <= galley_.rows.size() && cost < least; ++end) {
      if (!arrangement_.allows(first, end)) continue;
      PageCandidate page = measured(galley_, rules_, first, end);
      page.moves_figure = arrangement_.counts(first, end);
      page.parts_figure = page.moves_figure && arrangement_.parts;
      const int most = most_white(page, rules_), over = page.used + page.notes - rules_.lines;
      for (page.white = 0; page.white <= most; ++page.white) try_page(end, page, before, recto, cost);
      page.white = 0;
      try_sizes(first, end, page, before, recto, cost);
      if (page.grow > 0 && -over >= page.grow) {
        page.is_loose = true;
        page.used += page.grow;
        try_page(end, page, before, recto, cost);
        page.is_loose = false;
        page.used -= page.grow;
      }
      if (over <= 0 || over - rules_.long_limit > page.shrink) continue;
      page.is_tight = true;
      page.used -= page.shrink;
      try_page(end, page, before, recto, cost);
    }
  }
};

}  // namespace

double least_cost_by_force(const Galley& galley, const PageRules& rules) {
  double least = kInfinity;
  for (const Arrangement& arrangement : arrangements(galley, rules)) least = std::min(least, Force(arrangement, rules).least);
  return least;
}

}  // namespace nbpublish::testing
