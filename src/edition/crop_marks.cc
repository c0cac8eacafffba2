#include "edition/crop_marks.h"

#include <algorithm>

#include "frame/page_boxes.h"

namespace nbpublish {
namespace {

// From the trimmed edge: no nearer than a usual bleed, so that a cut that is off shows no mark.
constexpr Length kOffset = Length::pt(9), kLength = Length::pt(18), kLineWidth = Length::pt(0.75);

FrameItem line(Point from, Point to) {
  Path path;
  path.segments = {{PathSegment::Kind::Move, {from}}, {PathSegment::Kind::Line, {to}}};
  path.width = kLineWidth;
  return {kArtifact, 0, 0, 0, path};
}

// Outward from the edge that lies at `edge`, in the direction of `sign`.
std::pair<Length, Length> mark(Length edge, int sign, Length offset) { return {edge + offset * sign, edge + (offset + kLength) * sign}; }

void mark_corners(Page& page, const PageBoxes& boxes, Length offset) {
  for (const int across : {-1, 1})
    for (const int down : {-1, 1}) {
      const Length x = across < 0 ? boxes.trim.x : boxes.trim.right(), y = down < 0 ? boxes.trim.y : boxes.trim.bottom();
      const auto [x0, x1] = mark(x, across, offset);
      const auto [y0, y1] = mark(y, down, offset);
      page.furniture.push_back(line({x0, y}, {x1, y}));
      page.furniture.push_back(line({x, y0}, {x, y1}));
    }
}

}  // namespace

void add_crop_marks(PagedVolume& volume) {
  const Length offset = std::max({kOffset, volume.edges.outer, volume.edges.spine});
  volume.edges.slug = offset + kLength - std::min(volume.edges.outer, volume.edges.spine);
  for (PagedPart& part : volume.parts)
    for (Page& page : part.pages) mark_corners(page, page_boxes(volume, page), offset);
}

}  // namespace nbpublish
