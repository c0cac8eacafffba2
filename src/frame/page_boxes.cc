#include "frame/page_boxes.h"

namespace nbpublish {
namespace {

Rect grown(const Rect& r, Length left, Length right, Length vertical) {
  return {r.x - left, r.y - vertical, r.width + left + right, r.height + 2 * vertical};
}

}  // namespace

PageBoxes page_boxes(const Sheets& sheets, bool recto) {
  const SheetEdges& edges = sheets.edges;
  PageBoxes boxes;
  boxes.trim = {{}, {}, sheets.trim.width, sheets.trim.height};
  boxes.bleed = recto ? grown(boxes.trim, edges.spine, edges.outer, edges.outer) : grown(boxes.trim, edges.outer, edges.spine, edges.outer);
  boxes.media = grown(boxes.bleed, edges.slug, edges.slug, edges.slug);
  return boxes;
}

PageBoxes page_boxes(const PagedVolume& volume, const Page& page) { return page_boxes(Sheets{volume.trim, volume.edges}, page.recto); }

}  // namespace nbpublish
