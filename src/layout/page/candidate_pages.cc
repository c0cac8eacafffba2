#include "layout/page/candidate_pages.h"

namespace nbpublish {

CheapestVariants::CheapestVariants(const Galley& galley, std::size_t first)
    : variants_(galley.variants),
      next_(static_cast<std::size_t>(
          std::lower_bound(variants_.begin(), variants_.end(), first, [](const RowVariant& v, std::size_t row) { return v.first < row; }) -
          variants_.begin())) {}

void CheapestVariants::extend(std::size_t end) {
  for (; next_ < variants_.size() && variants_[next_].end <= end; ++next_) add(variants_[next_].lines_more < 0 ? shorter_ : longer_, next_);
}

void CheapestVariants::add(std::vector<std::size_t>& cheapest, std::size_t variant) const {
  const auto cheaper = [&](std::size_t a, std::size_t b) { return variants_[a].cost < variants_[b].cost; };
  cheapest.insert(std::upper_bound(cheapest.begin(), cheapest.end(), variant, cheaper), variant);
  if (cheapest.size() > kMostVariants) cheapest.pop_back();
}

CandidatePages::CandidatePages(const Galley& galley, const PageRules& rules)
    : galley_(galley), rules_(rules), notes_(galley), cuts_(galley.rows.size() + 1) {
  find_cuts();
  if (galley.figures.empty()) return;
  std::vector<std::size_t> headings;
  for (std::size_t row = 0; row < galley.rows.size(); ++row)
    if (!galley.rows[row].section.empty()) headings.push_back(row);
  for (const GalleyFigure& f : galley.figures) {
    const auto next = std::lower_bound(headings.begin(), headings.end(), f.first);
    section_begins_.push_back(next == headings.begin() ? 0 : *std::prev(next));
    section_ends_.push_back(next == headings.end() ? galley.rows.size() : *next);
    const auto behind = next == headings.end() ? next : std::next(next);
    next_ends_.push_back(behind == headings.end() ? galley.rows.size() : *behind);
  }
}

int CandidatePages::next_figure(std::size_t row) const {
  const auto it = std::lower_bound(galley_.figures.begin(), galley_.figures.end(), row,
                                   [](const GalleyFigure& f, std::size_t r) { return f.first < r; });
  return it == galley_.figures.end() ? kNoFigure : static_cast<int>(it - galley_.figures.begin());
}

bool CandidatePages::may_come_early(int index, std::size_t row) const {
  if (index == kNoFigure || row == 0) return false;
  const GalleyFigure& f = figure(index);
  const auto far = 2 * static_cast<std::size_t>(rules_.lines);
  return f.may_move && f.reference && *f.reference >= row && f.first - row <= far && *f.reference + 1 < f.first &&
         section_begins_[static_cast<std::size_t>(index)] < row && is_between_groups(galley_, row);
}

CandidatePages::Draft CandidatePages::begin(const PageStart& start) const {
  const bool has_top = start.figure != kNoFigure && figure(start.figure).first < start.row;
  Draft draft = has_top ? begin_below(start, start.figure)
                        : Draft{{}, SegmentMeter(galley_, rules_.line, start.row), {galley_, start.row}, next_figure(start.row)};
  draft.page = {start.row, start.row, start.notes, start.notes, start.figure, has_top ? kNoFigure : start.figure, start.cut, {}};
  draft.page.page.first = start.row == 0;
  draft.must_be = true;
  return draft;
}

CandidatePages::Draft CandidatePages::begin_below(const PageStart& start, int top) const {
  const GalleyFigure& f = figure(top);
  Draft draft{{start.row, start.row, start.notes, start.notes, start.figure, top, start.cut, {}},
              SegmentMeter(galley_, rules_.line, f.first),
              {galley_, start.row},
              next_figure(start.row)};
  hold(draft, top);
  for (std::size_t row = f.first; row < f.end; ++row) draft.meter.add();
  if (start.row < galley_.rows.size()) draft.meter.go_to(start.row, space_below_top(galley_.rows[start.row]));
  return draft;
}

CandidatePages::Draft CandidatePages::begin_early(const PageStart& start, int index) const {
  Draft draft = begin_below(start, index);
  draft.least_end = *figure(index).reference + 1;
  draft.most_end = figure(index).first - 1;
  draft.page.page.moves_figure = true;
  return draft;
}

bool CandidatePages::leave_figure(Draft& draft) const {
  const GalleyFigure& f = figure(draft.next_figure);
  PageBreak& page = draft.page;
  if (!f.may_move || page.figure_end != kNoFigure || f.end == galley_.rows.size()) return false;
  draft.least_end = f.end + 2;  // a heading above it keeps two lines
  draft.section_end = section_ends_[static_cast<std::size_t>(draft.next_figure)];
  draft.most_end = next_ends_[static_cast<std::size_t>(draft.next_figure)];
  page.figure_end = draft.next_figure;
  page.page.moves_figure = true;
  page.page.parts_figure = f.is_announced;
  draft.must_be = false;
  pass(draft, f);
  draft.next_figure = next_figure(f.end);
  if (draft.next_figure != kNoFigure) draft.most_end = std::min(draft.most_end, figure(draft.next_figure).first);
  return draft.least_end <= draft.most_end;
}

// The page goes on behind the figure's place.
void CandidatePages::pass(Draft& draft, const GalleyFigure& f) const {
  draft.page.end = draft.passed = f.end;
  draft.meter.go_to(f.end, f.space_without);
}

void CandidatePages::add_row(Draft& draft) const {
  PageBreak& page = draft.page;
  draft.meter.add();
  // White neither grows nor shrinks where a figure has gone away.
  if (page.end > page.first && page.end != draft.passed) {
    page.page.stretch += galley_.rows[page.end].stretch_before;
    page.page.good_stretch += galley_.rows[page.end].stretches_well ? 1 : 0;
    page.page.shrink += galley_.rows[page.end].shrink_before;
    page.page.grow += galley_.rows[page.end].grow_before;
  }
  ++page.end;
  // One that came early.
  if (page.figure_first != kNoFigure && page.figure_first == page.figure_end && page.end == figure(page.figure_first).first) {
    pass(draft, figure(page.figure_first));
    page.figure_end = kNoFigure;
    draft.next_figure = next_figure(page.end);
  }
  page.page.parts_figure = page.page.parts_figure || page.end > draft.section_end;
  page.page.used = lines_of(draft.meter);
  page.page.break_cost = page.end == galley_.rows.size() ? 0 : galley_.rows[page.end].break_cost;
}

bool CandidatePages::may_end(const Draft& draft) const {
  const PageBreak& page = draft.page;
  if (page.end < draft.least_end || page.end > draft.most_end) return false;
  const bool comes_late = page.figure_end != kNoFigure && figure(page.figure_end).end <= page.end;
  return !comes_late || is_between_groups(galley_, page.end);
}

// Two lines stay on each side. No note may hang on them, and no figure wait for what they say: both are found by their rows.
void CandidatePages::find_cuts() {
  for (std::size_t i = 0; i < galley_.variants.size(); ++i) {
    const RowVariant& v = galley_.variants[i];
    const auto rows_begin = galley_.rows.begin() + static_cast<std::ptrdiff_t>(v.first);
    const auto rows_end = galley_.rows.begin() + static_cast<std::ptrdiff_t>(v.end);
    const auto is_plain = [&](const GalleyRow& row) { return row.height == rules_.line && row.notes.empty(); };
    const auto waits = [&](const GalleyFigure& f) { return f.reference && *f.reference >= v.first && *f.reference < v.end; };
    if (!std::all_of(rows_begin, rows_end, is_plain) || !std::all_of(v.rows.begin(), v.rows.end(), is_plain) ||
        std::any_of(galley_.figures.begin(), galley_.figures.end(), waits))
      continue;
    for (std::size_t lines = 2; lines + 2 <= v.rows.size(); ++lines) cuts_[v.first + lines].push_back({static_cast<int>(i), v.lines_more});
  }
}

PageBreak CandidatePages::with_cut(PageBreak page, const Cut& cut) const {
  page.cut_end = cut;
  const double cost = variant(cut).rows[page.end - variant(cut).first].break_cost;
  // What the group's break costs is known of its rows alone.
  page.page.break_cost = galley_.rows[page.end].group < 0 ? cost : std::max(cost, page.page.break_cost);
  page.page.reset_cost += variant(cut).cost;
  return page;
}

PageBreak CandidatePages::with_variants(PageBreak page, const std::vector<std::size_t>& cheapest, std::size_t count) const {
  page.variants.clear();
  for (std::size_t i = 0; i < count; ++i) page.variants.add(cheapest[i]);
  for (const std::size_t index : page.variants) {
    page.page.used += galley_.variants[index].lines_more;
    page.page.reset_cost += galley_.variants[index].cost;
  }
  return page;
}

void CandidatePages::end_notes(PageBreak& page, NotePlace end) const {
  page.note_end = end;
  page.page.notes = note_lines(notes_.height(page.note_first, end), rules_);
  page.page.splits_note = end.row > 0;
  page.page.last = start_behind(page) == this->end();
}

// All notes that the page's rows mark, or what fits of them. False if that is not enough.
bool CandidatePages::take_notes(PageBreak& page) const {
  const NotePlace all = notes_.marked_before(page.end);
  end_notes(page, all);
  if (!is_overfull(page.page, rules_)) return true;
  if (page.page.used > rules_.lines) return false;
  end_notes(page, notes_.fit(page.note_first, all, room(rules_.lines - page.page.used), false));
  return page.note_end > page.note_first && page.note_end >= notes_.least_end(page.note_first, page.end);
}

// Where not even one row fits: what is left of the pages before gets the page, else some of the row's notes come late.
PageBreak CandidatePages::last_resort(const PageBreak& page) const {
  const PageStart start = start_of(page);
  const bool has_top = top_figure(galley_, page) != kNoFigure;
  if (has_top || page.note_first < notes_.marked_before(page.first)) return page_of_rest(start);
  PageBreak made = page;
  const bool over_full = page.page.used > most_lines();
  end_notes(made, over_full ? page.note_first
                            : notes_.fit(page.note_first, notes_.marked_before(page.end), room(rules_.lines - page.page.used), false));
  made.page.late_note = true;
  return made;
}

PageBreak CandidatePages::page_of_rest(const PageStart& start) const {
  const Draft draft = begin(start);
  PageBreak page = draft.page;
  page.page.used = top_figure(galley_, page) == kNoFigure ? 0 : lines_of(draft.meter);
  end_notes(page, notes_.fit(start.notes, notes_.marked_before(start.row), room(rules_.lines - page.page.used), page.page.used == 0));
  return page;
}

}  // namespace nbpublish
