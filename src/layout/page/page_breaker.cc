#include "layout/page/page_breaker.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>

namespace nbpublish {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
// An over-full page: only where a single row is higher than the page.
constexpr double kOverfull = 1e12;
// So many paragraphs of a page are set longer, or shorter; and longer only where a page lacks no more lines
// than this.
constexpr std::size_t kMostVariants = 2;
constexpr int kMostFilled = 6;

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

// The pages that could begin at one row and one place of the notes: calls `visit(PageBreak, over_full)` for each end,
// shortest first.
class CandidatePages {
 public:
  CandidatePages(const Galley& galley, const PageRules& rules) : galley_(galley), rules_(rules), notes_(galley) {}

  const NoteStream& notes() const { return notes_; }

  template <class Visit>
  void from(std::size_t first, NotePlace place, const Visit& visit) const {
    SegmentMeter meter(galley_, rules_.line, first);
    CheapestVariants variants(galley_, first);
    PageBreak page{first, first, place, place};
    while (page.end < galley_.rows.size()) {
      meter.add();
      if (page.end > first) page.page.stretch += galley_.rows[page.end].stretch_before;
      ++page.end;
      page.page.used = static_cast<int>(round_up(meter.height(), rules_.line) / rules_.line);
      page.page.break_cost = page.end == galley_.rows.size() ? 0 : galley_.rows[page.end].break_cost;
      const bool holds = take_notes(page), is_first = page.end == first + 1;
      if (holds) visit(page, false);
      else if (is_first) last_resort(page, visit);
      variants.extend(page.end);
      end_notes(page, notes_.marked_before(page.end));
      const int over = page.page.used + page.page.notes - rules_.lines;
      visit_variants(page, over, variants, visit);
      if (!holds && (is_first || over > static_cast<int>(kMostVariants))) return;
    }
    if (first == galley_.rows.size()) visit(page_of_notes(first, place), false);
  }

  double cost(const PageBreak& page, bool over_full) const {
    return over_full ? kOverfull : page_cost(page.page, rules_);
  }

 private:
  const Galley& galley_;
  const PageRules& rules_;
  NoteStream notes_;

  // The page with paragraphs set shorter, or longer: `over` lines too high, or too low, with all its notes whole.
  template <class Visit>
  void visit_variants(const PageBreak& page, int over, const CheapestVariants& variants, const Visit& visit) const {
    for (std::size_t n = 1; n <= kMostVariants; ++n) {
      const int lines = static_cast<int>(n);
      if (over > 0 && over <= lines && variants.shorter().size() >= n)
        visit(with_variants(page, variants.shorter(), n), false);
      if (-over >= lines && -over <= kMostFilled && variants.longer().size() >= n)
        visit(with_variants(page, variants.longer(), n), false);
    }
  }

  PageBreak with_variants(PageBreak page, const std::vector<std::size_t>& cheapest, std::size_t count) const {
    page.variants.assign(cheapest.begin(), cheapest.begin() + static_cast<std::ptrdiff_t>(count));
    std::sort(page.variants.begin(), page.variants.end());
    for (const std::size_t index : page.variants) {
      page.page.used += galley_.variants[index].lines_more;
      page.page.reset_cost += galley_.variants[index].cost;
    }
    return page;
  }

  Length room(int lines) const { return std::max(rules_.line * lines - rules_.note_gap - rules_.note_rule, Length{}); }

  void end_notes(PageBreak& page, NotePlace end) const {
    page.note_end = end;
    page.page.notes = note_lines(notes_.height(page.note_first, end), rules_);
    page.page.splits_note = end.row > 0;
    page.page.last = page.end == galley_.rows.size() && end == notes_.end();
  }

  // All notes that the page's rows mark, or what fits of them. False if that is not enough.
  bool take_notes(PageBreak& page) const {
    const NotePlace all = notes_.marked_before(page.end);
    end_notes(page, all);
    if (page.page.used + page.page.notes <= rules_.lines) return true;
    if (page.page.used > rules_.lines) return false;
    end_notes(page, notes_.fit(page.note_first, all, room(rules_.lines - page.page.used), false));
    return page.note_end > page.note_first && page.note_end >= notes_.least_end(page.note_first, page.end);
  }

  // Where not even one row fits with its notes: what is left of those before gets the page, else some of them come late.
  template <class Visit>
  void last_resort(PageBreak page, const Visit& visit) const {
    if (page.note_first < notes_.marked_before(page.first)) return visit(page_of_notes(page.first, page.note_first), false);
    const bool over_full = page.page.used > rules_.lines;
    const NotePlace all = notes_.marked_before(page.end);
    end_notes(page, over_full ? page.note_first : notes_.fit(page.note_first, all, room(rules_.lines - page.page.used), false));
    page.page.late_note = true;
    visit(page, over_full);
  }

  PageBreak page_of_notes(std::size_t row, NotePlace place) const {
    PageBreak page{row, row, place, place};
    end_notes(page, notes_.fit(place, notes_.marked_before(row), room(rules_.lines), true));
    return page;
  }
};

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
  PageOptimiser(const Galley& galley, const PageRules& rules)
      : galley_(galley), rules_(rules), candidates_(galley, rules), ways_(galley.rows.size() + 1) {
    ways_[0][NotePlace{}][slot(rules.starts_recto ? Side::Recto : Side::Verso, 0)].cost = 0;
  }

  std::vector<PageBreak> run() {
    // A page of notes alone ends at the row at which it began, further on in the notes: behind in the order of the map.
    for (std::size_t first = 0; first < ways_.size(); ++first)
      for (const auto& [place, ways] : ways_[first]) {
        if (first == galley_.rows.size() && place == candidates_.notes().end()) continue;
        candidates_.from(first, place, [&](PageBreak page, bool over_full) {
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
  std::vector<std::map<NotePlace, Ways>> ways_;   // to each row; hardly ever to more than one place of the notes

  static std::size_t slot(Side next, int missing) {
    return next == Side::RectoBehind ? 2 + static_cast<std::size_t>(std::min(missing, kMostMissing))
                                     : static_cast<std::size_t>(next);
  }

  void end_page(const PageBreak& page, bool over_full) {
    const double own = candidates_.cost(page, over_full);
    const int missing = missing_lines(page.page, rules_);
    const Ways& before_all = ways_[page.first][page.note_first];
    Ways& behind = ways_[page.end][page.note_end];
    for (std::size_t s = 0; s < kSlots; ++s) {
      const Way& before = before_all[s];
      if (before.cost == kInfinity) continue;
      const bool is_verso = s == slot(Side::Verso, 0), is_paired = s > slot(Side::Recto, 0);
      const double cost =
          before.cost + own + (is_paired ? spread_cost(before.page.page, page.page, rules_) : 0);
      Way& way = behind[is_verso ? slot(Side::RectoBehind, missing) : slot(Side::Verso, 0)];
      if (cost < way.cost) way = {cost, page, s};
    }
  }

  std::vector<PageBreak> pages() const {
    std::vector<PageBreak> pages;
    const auto cheaper = [](const Way& a, const Way& b) { return a.cost < b.cost; };
    const Ways& ends = ways_.back().at(candidates_.notes().end());
    const Way* way = &*std::min_element(ends.begin(), ends.end(), cheaper);
    while (way->page.end > 0) {
      pages.push_back(way->page);
      way = &ways_[way->page.first].at(way->page.note_first)[way->previous];
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
  NotePlace place;
  for (std::size_t first = 0; first < galley.rows.size() || place < candidates.notes().end();) {
    PageBreak chosen;
    double least = kInfinity;
    candidates.from(first, place, [&](PageBreak page, bool over_full) {
      page.page.white = over_full ? 0 : most_white(page.page, rules);
      const double cost = candidates.cost(page, over_full);
      if (cost <= least) least = cost, chosen = page;
    });
    pages.push_back(chosen);
    first = chosen.end;
    place = chosen.note_end;
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
