#include "layout/galley/segment_content.h"

#include <span>

namespace nbpublish {
namespace {

class Collector {
 public:
  Collector(const Galley& galley, Length top) : galley_(galley), top_(top) {}

  SegmentContent collect_content(const PlacedSegment& segment) {
    for (const auto& [group, placed] : segment.groups) add_frame(galley_.groups[static_cast<std::size_t>(group)], placed);
    const std::span<const PlacedRow> rows = segment.rows;
    for (std::size_t first = 0, end = 0; first < rows.size(); first = end) {
      end = first + 1;
      while (end < rows.size() && row(rows[end]).is_further_slice) ++end;
      if (row(rows[first]).part_ends.empty()) add_items(rows[first], 0, row(rows[first]).items.size());
      else add_slices(rows.subspan(first, end - first));
    }
    for (const PlacedRow& placed : rows) add_marks(placed);
    return std::move(out_);
  }

 private:
  const Galley& galley_;
  Length top_;
  SegmentContent out_;

  const GalleyRow& row(const PlacedRow& placed) const { return galley_.rows[placed.row]; }

  void add_frame(const GalleyGroup& group, GroupSegment segment) {
    if (!group.paint) return;
    segment.box.y += top_;
    group.paint(segment, out_.items);
  }

  void add_items(const PlacedRow& placed, std::size_t first, std::size_t end) {
    for (std::size_t i = first; i < end; ++i) {
      out_.items.push_back(row(placed).items[i]);
      shift(out_.items.back(), {}, top_ + placed.y);
    }
  }

  // The slices of one table row, cell by cell.
  void add_slices(std::span<const PlacedRow> slices) {
    for (std::size_t part = 0; part < row(slices.front()).part_ends.size(); ++part)
      for (const PlacedRow& slice : slices) add_items(slice, part == 0 ? 0 : row(slice).part_ends[part - 1], row(slice).part_ends[part]);
    for (const PlacedRow& slice : slices) add_items(slice, row(slice).part_ends.back(), row(slice).items.size());
  }

  void add_marks(const PlacedRow& placed) {
    const Length down = top_ + placed.y;
    for (LinkArea link : row(placed).links) {
      link.rect.y += down;
      out_.links.push_back(std::move(link));
    }
    for (const NamedPlace& place : row(placed).places) out_.places.push_back({place.name, {place.place.x, place.place.y + down}});
  }
};

}  // namespace

SegmentContent content_of(const Galley& galley, const PlacedSegment& segment, Length top) {
  return Collector(galley, top).collect_content(segment);
}

}  // namespace nbpublish
