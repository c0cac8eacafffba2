#include "layout/page/page_breaker.h"

#include <algorithm>
#include <array>
#include <limits>

namespace nbpublish {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
// An over-full page: only where a single row is higher than the page.
constexpr double kOverfull = 1e12;
// So many paragraphs of a page are set longer, or shorter; and longer only where a page lacks no more lines
// than this.
constexpr std::size_t kMostVariants = 2;
constexpr int kMostFilled = 6;

Length note_height(const Galley& galley, const GalleyRow& row) {
  Length sum;
  for (const std::uint32_t n : row.notes) {
    const GalleyNote& note = galley.notes[n];
    sum += place_segment(*note.body, Length::raw(1), note.first, note.end, {}).height;
  }
  return sum;
}

// The cheapest paragraphs that a page, row by row, can have a line longer or shorter, cheapest first. A
// paragraph must stand on it whole.
class CheapestVariants {
 public:
  CheapestVariants(const Galley& galley, std::size_t first)
      : variants_(galley.variants),
        next_(static_cast<std::size_t>(
            std::lower_bound(variants_.begin(), variants_.end(), first,
                             [](const RowVariant& v, std::size_t row) { return v.first < row; }) -
            variants_.begin())) {}

  // The page now ends before row `end`.
  void extend(std::size_t end) {
    for (; next_ < variants_.size() && variants_[next_].end <= end; ++next_)
      add(variants_[next_].lines_more < 0 ? shorter_ : longer_, next_);
  }
  const std::vector<std::size_t>& shorter() const { return shorter_; }
  const std::vector<std::size_t>& longer() const { return longer_; }

 private:
  const std::vector<RowVariant>& variants_;
  std::size_t next_;
  std::vector<std::size_t> shorter_, longer_;

  void add(std::vector<std::size_t>& cheapest, std::size_t variant) {
    const auto cheaper = [&](std::size_t a, std::size_t b) { return variants_[a].cost < variants_[b].cost; };
    cheapest.insert(std::upper_bound(cheapest.begin(), cheapest.end(), variant, cheaper), variant);
    if (cheapest.size() > kMostVariants) cheapest.pop_back();
  }
};

// The pages that could begin at one row: calls `visit(PageBreak, over_full)` for each end, shortest first.
class CandidatePages {
 public:
  CandidatePages(const Galley& galley, const PageRules& rules) : galley_(galley), rules_(rules) {
    for (const GalleyRow& row : galley.rows)
      note_heights_.push_back(row.notes.empty() ? Length{} : note_height(galley, row));
  }

  template <class Visit>
  void from(std::size_t first, const Visit& visit) const {
    SegmentMeter meter(galley_, rules_.line, first);
    CheapestVariants variants(galley_, first);
    Length notes;
    PageBreak page{first, first, {}, {}};
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
      const int over = page.page.used + page.page.notes - rules_.lines;
      if (over <= 0 || page.end == first + 1) visit(page, over > 0);
      variants.extend(page.end);
      for (std::size_t n = 1; n <= kMostVariants; ++n) {
        const int lines = static_cast<int>(n);
        if (over > 0 && over <= lines && variants.shorter().size() >= n)
          visit(with_variants(page, variants.shorter(), n), false);
        if (-over >= lines && -over <= kMostFilled && variants.longer().size() >= n)
          visit(with_variants(page, variants.longer(), n), false);
      }
      if (over > (page.end == first + 1 ? 0 : static_cast<int>(kMostVariants))) return;
    }
  }

  double cost(const PageBreak& page, bool over_full) const {
    return over_full ? kOverfull : page_cost(page.page, rules_);
  }

 private:
  const Galley& galley_;
  const PageRules& rules_;
  std::vector<Length> note_heights_;

  PageBreak with_variants(PageBreak page, const std::vector<std::size_t>& cheapest, std::size_t count) const {
    page.variants.assign(cheapest.begin(), cheapest.begin() + static_cast<std::ptrdiff_t>(count));
    std::sort(page.variants.begin(), page.variants.end());
    for (const std::size_t index : page.variants) {
      page.page.used += galley_.variants[index].lines_more;
      page.page.reset_cost += galley_.variants[index].cost;
    }
    return page;
  }
};

// What the cost of the next page depends on: its side, and how early its verso ended.
enum class Side : std::uint8_t { Verso, Recto, RectoBehind };

// The cheapest way to end a page before a row, for one side of the next page.
struct Way {
  double cost = kInfinity;
  PageBreak page;            // that ends there
  std::size_t previous = 0;  // index of the way before it among those of its first row
};

// note [spreads]: a way is known by what the next page must know. A verso needs nothing; a recto needs the
// lines that its verso lacks.
class PageOptimiser {
 public:
  PageOptimiser(const Galley& galley, const PageRules& rules)
      : galley_(galley), rules_(rules), candidates_(galley, rules), ways_(galley.rows.size() + 1) {
    at(0, slot(rules.starts_recto ? Side::Recto : Side::Verso, 0)).cost = 0;
  }

  std::vector<PageBreak> run() {
    for (std::size_t first = 0; first < galley_.rows.size(); ++first) {
      if (std::all_of(ways_[first].begin(), ways_[first].end(),
                      [](const Way& way) { return way.cost == kInfinity; }))
        continue;
      candidates_.from(first, [&](PageBreak page, bool over_full) {
        const int most = over_full ? 0 : most_white(page.page, rules_);
        for (page.page.white = 0; page.page.white <= most; ++page.page.white) end_page(page, over_full);
      });
    }
    return pages();
  }

 private:
  static constexpr std::size_t kSlots = 2 + kMostMissing + 1;
  using Ways = std::array<Way, kSlots>;

  const Galley& galley_;
  const PageRules& rules_;
  CandidatePages candidates_;
  std::vector<Ways> ways_;

  static std::size_t slot(Side next, int missing) {
    return next == Side::RectoBehind ? 2 + static_cast<std::size_t>(std::min(missing, kMostMissing))
                                     : static_cast<std::size_t>(next);
  }
  Way& at(std::size_t row, std::size_t slot) { return ways_[row][slot]; }

  void end_page(const PageBreak& page, bool over_full) {
    const double own = candidates_.cost(page, over_full);
    const int missing = missing_lines(page.page, rules_);
    for (std::size_t s = 0; s < kSlots; ++s) {
      const Way& before = at(page.first, s);
      if (before.cost == kInfinity) continue;
      const bool is_verso = s == slot(Side::Verso, 0), is_paired = s > slot(Side::Recto, 0);
      const double cost =
          before.cost + own + (is_paired ? spread_cost(before.page.page, page.page, rules_) : 0);
      Way& way = at(page.end, is_verso ? slot(Side::RectoBehind, missing) : slot(Side::Verso, 0));
      if (cost < way.cost) way = {cost, page, s};
    }
  }

  std::vector<PageBreak> pages() const {
    std::vector<PageBreak> pages;
    std::size_t row = galley_.rows.size();
    const auto cheaper = [](const Way& a, const Way& b) { return a.cost < b.cost; };
    const Way* way = row == 0 ? nullptr : &*std::min_element(ways_[row].begin(), ways_[row].end(), cheaper);
    while (row > 0) {
      pages.push_back(way->page);
      row = way->page.first;
      way = &ways_[row][way->previous];
    }
    std::reverse(pages.begin(), pages.end());
    return pages;
  }
};

}  // namespace

std::vector<PageBreak> break_pages(const Galley& galley, const PageRules& rules) {
  return PageOptimiser(galley, rules).run();
}

std::vector<PageBreak> break_pages_greedy(const Galley& galley, const PageRules& rules) {
  std::vector<PageBreak> pages;
  const CandidatePages candidates(galley, rules);
  for (std::size_t first = 0; first < galley.rows.size();) {
    PageBreak chosen{first, first + 1, {}, {}};
    double least = kInfinity;
    candidates.from(first, [&](PageBreak page, bool over_full) {
      page.page.white = over_full ? 0 : most_white(page.page, rules);
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
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const double cost = page_cost(pages[i].page, rules);
    sum += cost == kInfinity ? kOverfull : cost;
    const bool is_recto = (i % 2 == 0) == rules.starts_recto;
    if (is_recto && i > 0) sum += spread_cost(pages[i - 1].page, pages[i].page, rules);
  }
  return sum;
}

}  // namespace nbpublish
