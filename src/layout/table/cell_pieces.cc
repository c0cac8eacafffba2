#include "layout/table/cell_pieces.h"

#include <algorithm>

#include "layout/galley/segment.h"

namespace nbpublish {
namespace {

struct RowRange {
  std::size_t first = 0, end = 0;
};

class CellCutter {
 public:
  CellCutter(const Galley& cell, Length white) : cell_(cell), placed_(place_segment(cell, white, 0, cell.rows.size(), {})) {
    for (const auto& [group, segment] : placed_.groups) {
      RowRange range{cell.rows.size(), 0};
      for (std::size_t r = 0; r < cell.rows.size(); ++r)
        if (is_inside(cell, cell.rows[r].group, group)) range = {std::min(range.first, r), r + 1};
      ranges_.push_back(range);
    }
    tops_.resize(cell.rows.size() + 1);
    for (std::size_t r = 0; r < cell.rows.size(); ++r) tops_[r + 1] = placed_.rows[r].y + cell.rows[r].height;
    for (std::size_t g = 0; g < ranges_.size(); ++g)
      tops_[ranges_[g].end] = std::max(tops_[ranges_[g].end], placed_.groups[g].second.box.bottom());
    tops_.back() = placed_.height;
  }

  CellPiece whole() const { return piece({0, cell_.rows.size()}); }

  std::vector<CellPiece> pieces(Length most) const {
    std::vector<CellPiece> made;
    const std::vector<bool> framed = framed_rows(most);
    for (std::size_t first = 0, end = 0; first < cell_.rows.size(); first = end) {
      end = first + 1;
      while (end < cell_.rows.size() &&
             (framed[end] || (cell_.rows[end].break_cost >= kBreakForbidden && height({first, end + 1}) <= most)))
        ++end;
      made.push_back(piece({first, end}));
    }
    return made;
  }

 private:
  const Galley& cell_;
  PlacedSegment placed_;
  std::vector<RowRange> ranges_;  // of placed_.groups
  std::vector<Length> tops_;      // where the piece that begins with a row begins: its white is above it

  Length height(RowRange rows) const { return tops_[rows.end] - tops_[rows.first]; }

  // Rows that stand in one frame with the row before them.
  std::vector<bool> framed_rows(Length most) const {
    std::vector<bool> framed(cell_.rows.size());
    for (std::size_t g = 0; g < ranges_.size(); ++g) {
      const bool painted = cell_.groups[static_cast<std::size_t>(placed_.groups[g].first)].paint != nullptr;
      if (!painted || height(ranges_[g]) > most) continue;
      for (std::size_t r = ranges_[g].first + 1; r < ranges_[g].end; ++r) framed[r] = true;
    }
    return framed;
  }

  CellPiece piece(RowRange rows) const {
    CellPiece made;
    made.height = height(rows);
    const Length up = Length{} - tops_[rows.first];
    for (std::size_t g = 0; g < ranges_.size(); ++g) {
      const auto& [group, segment] = placed_.groups[g];
      const GroupPainter& paint = cell_.groups[static_cast<std::size_t>(group)].paint;
      if (!paint || ranges_[g].first < rows.first || ranges_[g].end > rows.end) continue;
      GroupSegment moved = segment;
      moved.box.y += up;
      paint(moved, made.items);
    }
    for (std::size_t r = rows.first; r < rows.end; ++r) add_row(made, cell_.rows[r], placed_.rows[r].y + up);
    return made;
  }

  static void add_row(CellPiece& piece, const GalleyRow& row, Length y) {
    if (piece.baseline.is_zero() && !row.baseline.is_zero()) piece.baseline = y + row.baseline;
    for (FrameItem item : row.items) {
      shift(item, {}, y);
      piece.items.push_back(std::move(item));
    }
    for (LinkArea link : row.links) {
      link.rect.y += y;
      piece.links.push_back(std::move(link));
    }
    for (const NamedPlace& place : row.places) piece.places.push_back({place.name, {place.place.x, place.place.y + y}});
    piece.notes.insert(piece.notes.end(), row.notes.begin(), row.notes.end());
  }
};

}  // namespace

CellPiece whole_cell(const Galley& cell, Length white) { return CellCutter(cell, white).whole(); }

std::vector<CellPiece> cut_cell(const Galley& cell, Length white, Length most) { return CellCutter(cell, white).pieces(most); }

}  // namespace nbpublish
