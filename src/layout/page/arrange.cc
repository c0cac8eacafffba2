#include "layout/page/arrange.h"

#include <algorithm>
#include <iterator>

namespace nbpublish {
namespace {

// The rows of a variant, with what the paragraph's own rows have beside their text. They stand on one page,
// so its notes and places may hang on the first.
std::vector<GalleyRow> dressed(const std::vector<GalleyRow>& rows, RowVariant& variant) {
  std::vector<GalleyRow> made = std::move(variant.rows);
  const GalleyRow& first = rows[variant.first];
  GalleyRow& head = made.front();
  head.space_before = first.space_before;
  head.stretch_before = first.stretch_before;
  head.shrink_before = first.shrink_before;
  head.grow_before = first.grow_before;
  head.stretches_well = first.stretches_well;
  head.break_cost = first.break_cost;
  head.section = first.section;
  head.items.insert(head.items.begin(), first.items.begin(), first.items.end() - static_cast<std::ptrdiff_t>(variant.own_items));
  for (GalleyRow& row : made) row.notes.clear();
  for (std::size_t r = variant.first; r < variant.end; ++r) head.notes.insert(head.notes.end(), rows[r].notes.begin(), rows[r].notes.end());
  // Places of the block stand before those of its line, which the variant has itself.
  for (const NamedPlace& place : first.places) {
    const auto named = [&](const NamedPlace& other) { return other.name == place.name; };
    if (std::none_of(made.begin(), made.end(),
                     [&](const GalleyRow& row) { return std::any_of(row.places.begin(), row.places.end(), named); }))
      head.places.push_back(place);
  }
  return made;
}

// Takes the galley's rows apart and puts them together page by page.
class Arranger {
 public:
  explicit Arranger(Galley& galley) : galley_(galley) { rows_.reserve(galley.rows.size()); }

  void add(PageBreak& page) {
    const std::size_t first = rows_.size();
    if (page.sized != kNoFigure) make_smaller(galley_.figures[static_cast<std::size_t>(page.sized)], page.lines_less);
    if (const int top = top_figure(galley_, page); top != kNoFigure) {
      const GalleyFigure& f = figure(top);
      take(f.first, f.end);
      if (page.first < page.end) settle(page.first, space_below_top(galley_.rows[page.first]));
    }
    next_ = page.first;
    // Both in the order of their rows: figures that stand elsewhere, and paragraphs.
    for (const int moved : {page.figure_first, page.figure_end})
      if (moved != kNoFigure) leave(page, figure(moved));
    if (page.cut_end.variant >= 0) end_in(page, galley_.variants[static_cast<std::size_t>(page.cut_end.variant)]);
    else take_with_variants(page, page.end);
    page.first = first;
    page.end = rows_.size();
    page.variants.clear();
    page.figure_first = page.figure_end = page.sized = kNoFigure;
    page.cut_first = page.cut_end = {};
  }

  void finish() {
    galley_.rows = std::move(rows_);
    galley_.variants.clear();
    galley_.figures.clear();
  }

 private:
  Galley& galley_;
  std::vector<GalleyRow> rows_;
  std::size_t next_ = 0;  // not yet taken of the page

  const GalleyFigure& figure(int index) const { return galley_.figures[static_cast<std::size_t>(index)]; }

  void make_smaller(GalleyFigure& f, int lines) {
    FigureSize& size = f.sizes[static_cast<std::size_t>(lines - 1)];
    GalleyRow& row = galley_.rows[f.first];
    row.height = size.height;
    row.items = std::move(size.items);
    row.links = std::move(size.links);
  }

  // Gives a row white that neither grows nor shrinks.
  void settle(std::size_t row, int space) {
    galley_.rows[row].space_before = space;
    galley_.rows[row].stretch_before = galley_.rows[row].shrink_before = galley_.rows[row].grow_before = 0;
    galley_.rows[row].stretches_well = false;
  }

  void take(std::size_t from, std::size_t end) {
    const auto begin = galley_.rows.begin();
    std::move(begin + static_cast<std::ptrdiff_t>(from), begin + static_cast<std::ptrdiff_t>(end), std::back_inserter(rows_));
  }

  void leave(const PageBreak& page, const GalleyFigure& f) {
    if (f.first < next_ || f.first >= page.end) return;
    take_with_variants(page, f.first);
    next_ = f.end;
    if (f.end < page.end) settle(f.end, f.space_without);
  }

  // The first lines of the variant stand where the page ends, the others in place of the rows with which the next begins.
  void end_in(const PageBreak& page, RowVariant& variant) {
    take_with_variants(page, variant.first);
    const std::vector<GalleyRow> made = dressed(galley_.rows, variant);
    const auto rest = made.begin() + static_cast<std::ptrdiff_t>(page.end - variant.first);
    rows_.insert(rows_.end(), made.begin(), rest);
    std::copy(rest, made.end(), galley_.rows.begin() + static_cast<std::ptrdiff_t>(start_behind(page).row));
  }

  void take_with_variants(const PageBreak& page, std::size_t end) {
    for (const std::size_t index : page.variants) {
      RowVariant& variant = galley_.variants[index];
      if (variant.first < next_ || variant.first >= end) continue;
      std::vector<GalleyRow> made = dressed(galley_.rows, variant);
      take(next_, variant.first);
      std::move(made.begin(), made.end(), std::back_inserter(rows_));
      next_ = variant.end;
    }
    take(next_, end);
    next_ = end;
  }
};

}  // namespace

void arrange_rows(Galley& galley, std::vector<PageBreak>& pages) {
  Arranger arranger(galley);
  for (PageBreak& page : pages) arranger.add(page);
  arranger.finish();
}

}  // namespace nbpublish
