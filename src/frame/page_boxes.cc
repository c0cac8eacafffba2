#include "frame/page_boxes.h"

namespace nbpublish {
namespace {

Rect grown(const Rect& r, Length left, Length right, Length vertical) {
  return {r.x - left, r.y - vertical, r.width + left + right, r.height + 2 * vertical};
}

}  // namespace

PageBoxes page_boxes(const PagedVolume& volume, const Page& page) {
  const SheetEdges& edges = volume.edges;
  PageBoxes boxes;
  boxes.trim = {{}, {}, volume.trim.width, volume.trim.height};
  boxes.bleed =
      page.recto ? grown(boxes.trim, edges.spine, edges.outer, edges.outer) : grown(boxes.trim, edges.outer, edges.spine, edges.outer);
  boxes.media = grown(boxes.bleed, edges.slug, edges.slug, edges.slug);
  return boxes;
}

}  // namespace nbpublish
