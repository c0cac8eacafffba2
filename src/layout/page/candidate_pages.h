// The pages that could begin at one place of a chapter: what the page breaker chooses from.
// note [moving figures]: a figure may stand at the top of its page or of the next instead of at its place in the text, where
// that fills a page (Plass 1981 and Mittelbach 2016 treat floats in the same optimisation). At most one is on its way at a time,
// and no other figure is passed, so figures stay in order. It passes one heading of a section at most, rather than leave a hole, and never
// comes before the page of its reference, and a page at whose top it comes begins between groups.
#pragma once

#include <algorithm>
#include <vector>

#include "layout/galley/segment.h"
#include "layout/page/note_stream.h"
#include "layout/page/page_break.h"
#include "layout/page/page_cost.h"

namespace nbpublish {

// The cheapest paragraphs that a page, row by row, can have a line longer or shorter, cheapest first. A
// paragraph must stand on it whole.
class CheapestVariants {
 public:
  CheapestVariants(const Galley& galley, std::size_t first);
  // The page now ends before row `end`.
  void extend(std::size_t end);
  const std::vector<std::size_t>& shorter() const { return shorter_; }
  const std::vector<std::size_t>& longer() const { return longer_; }

 private:
  const std::vector<RowVariant>& variants_;
  std::size_t next_;
  std::vector<std::size_t> shorter_, longer_;

  void add(std::vector<std::size_t>& cheapest, std::size_t variant) const;
};

class CandidatePages {
 public:
  // Both outlive the candidates.
  CandidatePages(const Galley& galley, const PageRules& rules);

  // Where nothing is left to put on a page.
  PageStart end() const { return {galley_.rows.size(), notes_.end(), kNoFigure, {}}; }

  // Calls `visit(PageBreak)` for each page that could begin at `start`: one at least. Over-full are only those that must be, see
  // is_overfull().
  template <class Visit>
  void from(const PageStart& start, const Visit& visit_page) const {
    const auto visit = [&](const PageBreak& page) {
      visit_page(page);
      for (const Cut& cut : cuts_[page.end])
        if (may_cut(page, cut)) visit_page(with_cut(page, cut));
    };
    if (start.row == galley_.rows.size()) return visit(page_of_rest(start));
    Draft draft = begin(start);
    fill(draft, visit);
    if (start.figure != kNoFigure) return;
    const int next = next_figure(start.row);
    if (!may_come_early(next, start.row)) return;
    Draft early = begin_early(start, next);
    fill(early, visit);
  }

 private:
  // A page that grows row by row.
  struct Draft {
    PageBreak page;
    SegmentMeter meter;
    CheapestVariants variants;
    int next_figure;                                                     // at whose place it arrives next
    int sized = kNoFigure;                                               // one on the page that may be set smaller
    std::size_t passed = static_cast<std::size_t>(-1);                   // the row behind the last figure that stands elsewhere
    bool must_be = false;                                                // a page is made of it even if nothing fits
    std::size_t least_end = 0, most_end = static_cast<std::size_t>(-1);  // rows before which it may end
    std::size_t section_end = static_cast<std::size_t>(-1);              // of the figure that stands on the next page
  };

  const Galley& galley_;
  const PageRules& rules_;
  NoteStream notes_;
  // Of each figure: the rows of its section's heading, of the next and of that behind it.
  std::vector<std::size_t> section_begins_, section_ends_, next_ends_;
  std::vector<std::vector<Cut>> cuts_;  // that a page may end with before each row

  const GalleyFigure& figure(int index) const { return galley_.figures[static_cast<std::size_t>(index)]; }
  int next_figure(std::size_t row) const;
  bool may_come_early(int figure, std::size_t row) const;
  Draft begin(const PageStart& start) const;
  Draft begin_below(const PageStart& start, int top) const;
  Draft begin_early(const PageStart& start, int figure) const;
  // The figure that comes next is to stand on the page after the draft's. False if it may not.
  bool leave_figure(Draft& draft) const;
  void pass(Draft& draft, const GalleyFigure& f) const;
  void add_row(Draft& draft) const;
  bool may_end(const Draft& draft) const;
  // What stands on the page now: of two figures, the one that can be set smaller by more is.
  void hold(Draft& draft, int index) const {
    if (draft.sized == kNoFigure || figure(draft.sized).sizes.size() < figure(index).sizes.size()) draft.sized = index;
  }
  int most_lines_less(const Draft& draft) const {
    return draft.sized == kNoFigure ? 0 : static_cast<int>(figure(draft.sized).sizes.size());
  }

  int most_lines() const { return rules_.lines + rules_.long_limit; }
  // Lines and notes of a page that has no more rows.
  PageBreak page_of_rest(const PageStart& start) const;
  void end_notes(PageBreak& page, NotePlace end) const;
  bool take_notes(PageBreak& page) const;
  PageBreak last_resort(const PageBreak& page) const;
  // The page with the white above its headings a line less.
  static PageBreak tightened(PageBreak page) {
    page.page.is_tight = true;
    page.page.used -= page.page.shrink;
    return page;
  }
  // And a line more.
  static PageBreak loosened(PageBreak page) {
    page.page.is_loose = true;
    page.page.used += page.page.grow;
    return page;
  }
  void find_cuts();
  bool may_cut(const PageBreak& page, const Cut& cut) const {
    return page.first <= variant(cut).first && (page.figure_end == kNoFigure || figure(page.figure_end).end <= variant(cut).first);
  }
  const RowVariant& variant(const Cut& cut) const { return galley_.variants[static_cast<std::size_t>(cut.variant)]; }
  PageBreak with_cut(PageBreak page, const Cut& cut) const;
  PageBreak with_variants(PageBreak page, const std::vector<std::size_t>& cheapest, std::size_t count) const;
  Length room(int lines) const { return std::max(rules_.line * lines - rules_.note_gap - rules_.note_rule, Length{}); }
  int lines_of(const SegmentMeter& meter) const { return static_cast<int>(round_up(meter.height(), rules_.line) / rules_.line); }

  template <class Visit>
  void fill(Draft& draft, const Visit& visit) const {
    PageBreak& page = draft.page;
    for (bool is_first = true; page.end < galley_.rows.size() && page.end < draft.most_end; is_first = false) {
      if (draft.next_figure != kNoFigure && page.end == figure(draft.next_figure).first) {
        if (Draft without = draft; !is_first && leave_figure(without)) fill(without, visit);
        hold(draft, draft.next_figure);
        draft.next_figure = next_figure(page.end + 1);
      }
      add_row(draft);
      const bool is_allowed = may_end(draft), holds = take_notes(page);
      if (holds && is_allowed) visit(page);
      else if (is_first && draft.must_be) visit(last_resort(page));
      draft.variants.extend(page.end);
      end_notes(page, notes_.marked_before(page.end));
      const int over = page.page.used + page.page.notes - rules_.lines;
      if (is_allowed && page.page.grow > 0 && -over >= page.page.grow) visit(loosened(page));
      if (is_allowed && over > 0 && over - rules_.long_limit <= page.page.shrink) visit(tightened(page));
      if (is_allowed) visit_variants(page, over, draft.variants, visit), visit_smaller(draft, over, visit);
      const int most_over = rules_.long_limit + std::max(most_lines_less(draft) + static_cast<int>(kMostVariants), page.page.shrink);
      if (!holds && ((is_first && most_lines_less(draft) == 0) || over > most_over)) return;
    }
  }

  // The page, `over` lines too high, with its figure set smaller, and paragraphs shorter where that is not enough.
  template <class Visit>
  void visit_smaller(const Draft& draft, int over, const Visit& visit) const {
    if (over <= 0 || draft.sized == kNoFigure) return;
    const GalleyFigure& f = figure(draft.sized);
    const bool is_whole = draft.sized == top_figure(galley_, draft.page) || f.end <= draft.page.end;
    PageBreak page = draft.page;
    page.sized = draft.sized;
    while (is_whole && page.lines_less < std::min(over, most_lines_less(draft))) {
      const FigureSize& size = f.sizes[static_cast<std::size_t>(page.lines_less++)];
      page.page.reset_cost = draft.page.page.reset_cost + size.cost;
      --page.page.used;
      const int rest = over - page.lines_less;
      if (rest <= rules_.long_limit) visit(page);
      if (rest > 0) visit_variants(page, rest, draft.variants, visit);
    }
  }

  // The page with paragraphs set shorter, or longer: `over` lines too high, or too low, with all its notes whole.
  template <class Visit>
  void visit_variants(const PageBreak& page, int over, const CheapestVariants& variants, const Visit& visit) const {
    // Longer only where a page lacks no more lines than this.
    constexpr int kMostFilled = 6;
    for (std::size_t n = 1; n <= kMostVariants; ++n) {
      const int lines = static_cast<int>(n);
      if (over > 0 && over - rules_.long_limit <= lines && variants.shorter().size() >= n)
        visit(with_variants(page, variants.shorter(), n));
      if (-over >= lines && -over <= kMostFilled && variants.longer().size() >= n) visit(with_variants(page, variants.longer(), n));
    }
  }
};

}  // namespace nbpublish
