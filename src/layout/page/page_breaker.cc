#include "layout/page/page_breaker.h"

#include <algorithm>
#include <limits>

namespace nbpublish {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
// An over-full page: only where a single row is higher than the page.
constexpr double kOverfull = 1e12;

Length note_height(const Galley& galley, const GalleyRow& row) {
  Length sum;
  for (const std::uint32_t n : row.notes) {
    const GalleyNote& note = galley.notes[n];
    sum += place_segment(*note.body, Length::raw(1), note.first, note.end, {}).height;
  }
  return sum;
}

// The pages that could begin at one row: calls `visit(PageBreak, over_full)` for each end, shortest first.
class CandidatePages {
 public:
  CandidatePages(const Galley& galley, const PageRules& rules) : galley_(galley), rules_(rules) {
    for (const GalleyRow& row : galley.rows) note_heights_.push_back(row.notes.empty() ? Length{} : note_height(galley, row));
  }

  template <class Visit>
  void from(std::size_t first, const Visit& visit) const {
    SegmentMeter meter(galley_, rules_.line, first);
    Length notes;
    PageBreak page{first, first, {}};
    while (page.end < galley_.rows.size()) {
      const GalleyRow& row = galley_.rows[page.end];
      meter.add();
      notes += note_heights_[page.end];
      if (page.end > first) page.page.stretch += row.stretch_before;
      ++page.end;
      page.page.used = static_cast<int>(round_up(meter.height(), rules_.line) / rules_.line);
      page.page.notes = note_lines(notes, rules_);
      page.page.last = page.end == galley_.rows.size();
      page.page.break_cost = page.page.last ? 0 : galley_.rows[page.end].break_cost;
      const bool over_full = page.page.used + page.page.notes > rules_.lines;
      if (over_full && page.end > first + 1) return;
      visit(page, over_full);
      if (over_full) return;
    }
  }

  double cost(const PageBreak& page, bool over_full) const { return over_full ? kOverfull : page_cost(page.page, rules_); }

 private:
  const Galley& galley_;
  const PageRules& rules_;
  std::vector<Length> note_heights_;
};

}  // namespace

std::vector<PageBreak> break_pages(const Galley& galley, const PageRules& rules) {
  const std::size_t count = galley.rows.size();
  struct Best {
    double cost = kInfinity;
    PageBreak page;
  };
  // best[i]: the cheapest way to end a page before row i.
  std::vector<Best> best(count + 1);
  best[0].cost = 0;
  const CandidatePages candidates(galley, rules);
  for (std::size_t first = 0; first < count; ++first) {
    if (best[first].cost == kInfinity) continue;
    candidates.from(first, [&](const PageBreak& page, bool over_full) {
      const double cost = best[first].cost + candidates.cost(page, over_full);
      if (cost < best[page.end].cost) best[page.end] = {cost, page};
    });
  }
  std::vector<PageBreak> pages;
  for (std::size_t end = count; end > 0; end = best[end].page.first) pages.push_back(best[end].page);
  std::reverse(pages.begin(), pages.end());
  return pages;
}

std::vector<PageBreak> break_pages_greedy(const Galley& galley, const PageRules& rules) {
  std::vector<PageBreak> pages;
  const CandidatePages candidates(galley, rules);
  for (std::size_t first = 0; first < galley.rows.size();) {
    PageBreak chosen{first, first + 1, {}};
    double least = kInfinity;
    candidates.from(first, [&](const PageBreak& page, bool over_full) {
      const double cost = candidates.cost(page, over_full);
      if (cost <= least) least = cost, chosen = page;
    });
    pages.push_back(chosen);
    first = chosen.end;
  }
  return pages;
}

double total_cost(const std::vector<PageBreak>& pages, const PageRules& rules) {
  double sum = 0;
  for (const PageBreak& page : pages) {
    const double cost = page_cost(page.page, rules);
    sum += cost == kInfinity ? kOverfull : cost;
  }
  return sum;
}

}  // namespace nbpublish
