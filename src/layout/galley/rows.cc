#include "layout/galley/rows.h"

#include <algorithm>
#include <iterator>

namespace nbpublish {

// A picture as high as the line is told apart from one that is higher.
constexpr Length kPictureTolerance = Length::pt(3);

GalleyRow row_of(SetLine line, Length height, Length drop, Length left) {
  // A picture that is higher than the line moves it down by whole lines, which keeps the grid.
  const Length over = line.rise - (height - drop);
  const Length leading = height;
  while (height - leading < over - kPictureTolerance) height += leading;
  shift(line, left, height - drop);
  GalleyRow row;
  row.height = height;
  row.baseline = height - drop;
  row.items = std::move(line.items);
  row.links = std::move(line.links);
  row.notes = std::move(line.notes);
  for (std::string& name : line.places) row.places.push_back({std::move(name), {}});
  return row;
}

void put_before(GalleyRow& row, std::vector<FrameItem> marks) {
  // Those of a table's row are read with its first cell.
  for (std::size_t& end : row.part_ends) end += marks.size();
  row.items.insert(row.items.begin(), std::make_move_iterator(marks.begin()), std::make_move_iterator(marks.end()));
}

void keep_paragraph_together(std::vector<GalleyRow>& rows, std::size_t first, std::size_t end) {
  if (end - first < 2) return;
  if (end - first > 3)
    for (const std::size_t row : {first + 2, end - 2}) rows[row].break_cost = std::max(rows[row].break_cost, kBreakPair);
  rows[first + 1].break_cost = std::max(rows[first + 1].break_cost, kBreakForbidden);
  rows[end - 1].break_cost = std::max(rows[end - 1].break_cost, kBreakForbidden);
}

void keep_whole(std::vector<GalleyRow>& rows, std::size_t first, std::size_t end) {
  for (std::size_t i = first + 1; i < end; ++i) rows[i].break_cost = std::max(rows[i].break_cost, kBreakForbidden);
}

}  // namespace nbpublish
