#include "layout/table/table_rows.h"

#include <algorithm>

namespace nbpublish {
namespace {

void put(GalleyRow& row, CellPiece piece, Length x, Length y) {
  if (row.baseline.is_zero() && !piece.baseline.is_zero()) row.baseline = y + piece.baseline;
  for (FrameItem& item : piece.items) {
    shift(item, x, y);
    row.items.push_back(std::move(item));
  }
  for (LinkArea& link : piece.links) {
    link.rect.x += x;
    link.rect.y += y;
    row.links.push_back(std::move(link));
  }
  for (NamedPlace& place : piece.places) row.places.push_back({std::move(place.name), {place.place.x + x, place.place.y + y}});
  row.notes.insert(row.notes.end(), piece.notes.begin(), piece.notes.end());
}

class Slicer {
 public:
  Slicer(std::vector<CellColumn> cells, Length pad) : cells_(std::move(cells)), pad_(pad), next_(cells_.size()) {}

  std::vector<GalleyRow> slice_cells(Length least_height) {
    std::vector<GalleyRow> rows;
    do rows.push_back(slice(rows.empty() ? least_height : Length{}, rows.empty() ? pad_ : Length{}));
    while (!is_done());
    rows.back().height += pad_;
    return rows;
  }

 private:
  std::vector<CellColumn> cells_;
  Length pad_;
  std::vector<std::size_t> next_;  // piece of each cell

  bool has_next(std::size_t c) const { return next_[c] < cells_[c].pieces.size(); }
  bool is_done() const {
    for (std::size_t c = 0; c < cells_.size(); ++c)
      if (has_next(c)) return false;
    return true;
  }

  GalleyRow slice(Length height, Length above) {
    for (std::size_t c = 0; c < cells_.size(); ++c)
      if (has_next(c)) height = std::max(height, cells_[c].pieces[next_[c]].height);
    GalleyRow row;
    row.height = above + height;
    for (std::size_t c = 0; c < cells_.size(); ++c) {
      for (Length y; has_next(c) && y + cells_[c].pieces[next_[c]].height <= height; ++next_[c]) {
        const Length taken = cells_[c].pieces[next_[c]].height;
        put(row, std::move(cells_[c].pieces[next_[c]]), cells_[c].left, above + y);
        y += taken;
      }
      row.part_ends.push_back(row.items.size());
    }
    return row;
  }
};

}  // namespace

std::vector<GalleyRow> slices_of(std::vector<CellColumn> cells, Length pad, Length least_height) {
  return Slicer(std::move(cells), pad).slice_cells(least_height);
}

}  // namespace nbpublish
