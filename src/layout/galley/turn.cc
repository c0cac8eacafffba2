#include "layout/galley/turn.h"

#include "base/overloaded.h"

namespace nbpublish {
namespace {

Point turned(Point p, Length width) { return {p.y, width - p.x}; }
Rect turned(const Rect& r, Length width) { return {r.y, width - r.right(), r.height, r.width}; }

void turn(FrameItem& item, Length width) {
  std::visit(overloaded{
                 [&](GlyphRun& run) {
                   run.origin = turned(run.origin, width);
                   run.turn = Turn::Left;
                 },
                 [&](Fill& fill) { fill.rect = turned(fill.rect, width); },
                 [&](Path& path) {
                   for (PathSegment& s : path.segments)
                     for (Point& p : s.points) p = turned(p, width);
                 },
                 [&](PlacedPicture& picture) {
                   picture.rect = turned(picture.rect, width);
                   picture.turned = true;
                 },
             },
             item.content);
}

}  // namespace

void turn(SegmentContent& content, Length width) {
  for (FrameItem& item : content.items) turn(item, width);
  for (LinkArea& link : content.links) link.rect = turned(link.rect, width);
  for (NamedPlace& place : content.places) place.place = turned(place.place, width);
}

}  // namespace nbpublish
