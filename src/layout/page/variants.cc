#include "layout/page/variants.h"

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
  head.break_cost = first.break_cost;
  head.section = first.section;
  head.items.insert(head.items.begin(), first.items.begin(),
                    first.items.end() - static_cast<std::ptrdiff_t>(variant.own_items));
  for (GalleyRow& row : made) row.notes.clear();
  for (std::size_t r = variant.first; r < variant.end; ++r)
    head.notes.insert(head.notes.end(), rows[r].notes.begin(), rows[r].notes.end());
  // Places of the block stand before those of its line, which the variant has itself.
  for (const NamedPlace& place : first.places) {
    const auto named = [&](const NamedPlace& other) { return other.name == place.name; };
    if (std::none_of(made.begin(), made.end(), [&](const GalleyRow& row) {
          return std::any_of(row.places.begin(), row.places.end(), named);
        }))
      head.places.push_back(place);
  }
  return made;
}

}  // namespace

void apply_variants(Galley& galley, std::vector<PageBreak>& pages) {
  std::vector<GalleyRow> rows;
  rows.reserve(galley.rows.size());
  const auto take = [&](std::size_t from, std::size_t end) {
    const auto begin = galley.rows.begin();
    std::move(begin + static_cast<std::ptrdiff_t>(from), begin + static_cast<std::ptrdiff_t>(end),
              std::back_inserter(rows));
  };
  for (PageBreak& page : pages) {
    const std::size_t first = rows.size();
    std::size_t from = page.first;
    for (const std::size_t index : page.variants) {
      RowVariant& variant = galley.variants[index];
      std::vector<GalleyRow> made = dressed(galley.rows, variant);
      take(from, variant.first);
      std::move(made.begin(), made.end(), std::back_inserter(rows));
      from = variant.end;
    }
    take(from, page.end);
    page.first = first;
    page.end = rows.size();
    page.variants.clear();
  }
  galley.rows = std::move(rows);
  galley.variants.clear();
}

}  // namespace nbpublish
