#include "layout/page/page_breaker.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>

#include "layout/page/candidate_pages.h"

namespace nbpublish {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
// An over-full page: only where a single row, of the text or of a note, is higher than the page.
constexpr double kOverfull = 1e12;
// What costs are off by when they are added in another order.
constexpr double kRounding = 1e-9;

double cost_of(const PageCandidate& page, const PageRules& rules) {
  const double cost = page_cost(page, rules);
  return cost == kInfinity ? kOverfull : cost;
}

// What the cost of the next page depends on: its side, and how early its verso ended.
enum class Side : std::uint8_t { Verso, Recto, RectoBehind };

// The cheapest way to end a page before a row and a place of the notes, for one side of the next page.
struct Way {
  double cost = kInfinity;
  PageBreak page;            // that ends there
  std::size_t previous = 0;  // index of the way before it among those of its beginning
};

// note [spreads]: a way is known by what the next page must know. A verso needs nothing; a recto needs the
// lines that its verso lacks.
class PageOptimiser {
 public:
  PageOptimiser(const Galley& galley, const PageRules& rules) : rules_(rules), candidates_(galley, rules), ways_(galley.rows.size() + 1) {
    ways_[0][PageStart{}][slot(rules.starts_recto ? Side::Recto : Side::Verso, 0)].cost = 0;
  }

  // Ways that cost more than one that is known are not followed.
  std::vector<PageBreak> find_cheapest_breaks(const std::vector<PageBreak>& known) {
    bound_ = total_cost(known, rules_) * (1 + kRounding);
    // A page without rows ends at the row at which it began: behind in the order of the map.
    for (auto& starts : ways_)
      for (const auto& [start, ways] : starts) {
        if (start == candidates_.end()) continue;
        before_ = &ways;
        least_ = kInfinity;
        for (const Way& way : ways) least_ = std::min(least_, way.cost);
        candidates_.from(start, [&](PageBreak page) {
          const int most = most_white(page.page, rules_);
          for (page.page.white = 0; page.page.white <= most; ++page.page.white) end_page(page);
        });
      }
    const auto end = ways_.back().find(candidates_.end());
    return end == ways_.back().end() ? known : pages(end->second);
  }

 private:
  static constexpr std::size_t kSlots = 2 + kMostMissing + kMostLong + 1;
  using Ways = std::array<Way, kSlots>;

  const PageRules& rules_;
  CandidatePages candidates_;
  std::vector<std::map<PageStart, Ways>> ways_;  // to each row; hardly ever more than one
  double bound_ = kInfinity;
  const Ways* before_ = nullptr;  // that the pages in work begin with, and the cost of the cheapest
  double least_ = kInfinity;

  static std::size_t slot(Side next, int missing) {
    return next == Side::RectoBehind ? 2 + static_cast<std::size_t>(std::clamp(missing, -kMostLong, kMostMissing) + kMostLong)
                                     : static_cast<std::size_t>(next);
  }

  void end_page(const PageBreak& page) {
    const double own = cost_of(page.page, rules_);
    if (own > bound_ - least_) return;
    const int missing = missing_lines(page.page, rules_);
    const Ways& before_all = *before_;
    Ways* behind = nullptr;
    for (std::size_t s = 0; s < kSlots; ++s) {
      const Way& before = before_all[s];
      if (before.cost == kInfinity) continue;
      const bool is_verso = s == slot(Side::Verso, 0), is_paired = s > slot(Side::Recto, 0);
      const double cost = before.cost + own + (is_paired ? spread_cost(before.page.page, page.page, rules_) : 0) +
                          (is_verso ? 0 : blank_back_cost(page.page, rules_));
      if (cost > bound_) continue;
      if (behind == nullptr) behind = &ways_[start_behind(page).row][start_behind(page)];
      Way& way = (*behind)[is_verso ? slot(Side::RectoBehind, missing) : slot(Side::Verso, 0)];
      if (cost < way.cost) way = {cost, page, s};
    }
  }

  std::vector<PageBreak> pages(const Ways& ends) const {
    std::vector<PageBreak> pages;
    const auto cheaper = [](const Way& a, const Way& b) { return a.cost < b.cost; };
    const Way* way = &*std::min_element(ends.begin(), ends.end(), cheaper);
    while (way->page.end > 0) {
      pages.push_back(way->page);
      way = &ways_[way->page.first].at(start_of(way->page))[way->previous];
    }
    std::reverse(pages.begin(), pages.end());
    return pages;
  }
};

}  // namespace

std::vector<PageBreak> break_pages(const Galley& galley, const PageRules& rules) {
  return PageOptimiser(galley, rules).find_cheapest_breaks(break_pages_greedy(galley, rules));
}

std::vector<PageBreak> break_pages_greedy(const Galley& galley, const PageRules& rules) {
  std::vector<PageBreak> pages;
  const CandidatePages candidates(galley, rules);
  for (PageStart start; start != candidates.end();) {
    PageBreak chosen;
    double least = kInfinity;
    candidates.from(start, [&](PageBreak page) {
      page.page.white = most_white(page.page, rules);
      const double cost = cost_of(page.page, rules);
      if (cost <= least) least = cost, chosen = page;
    });
    pages.push_back(chosen);
    start = start_behind(chosen);
  }
  return pages;
}

double total_cost(const std::vector<PageBreak>& pages, const PageRules& rules) {
  double sum = 0;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    sum += cost_of(pages[i].page, rules);
    const bool is_recto = (i % 2 == 0) == rules.starts_recto;
    if (is_recto && i > 0) sum += spread_cost(pages[i - 1].page, pages[i].page, rules);
    if (is_recto) sum += blank_back_cost(pages[i].page, rules);
  }
  return sum;
}

}  // namespace nbpublish
