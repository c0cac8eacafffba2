#include "frame/shift.h"

#include "base/overloaded.h"

namespace nbpublish {

void shift(FrameItem& item, Length dx, Length dy) {
  const auto move = [&](Point& p) { p.x += dx, p.y += dy; };
  std::visit(overloaded{
                 [&](GlyphRun& run) { move(run.origin); },
                 [&](Fill& fill) { fill.rect.x += dx, fill.rect.y += dy; },
                 [&](Path& path) {
                   for (PathSegment& s : path.segments)
                     for (Point& p : s.points) move(p);
                 },
                 [&](PlacedPicture& picture) { picture.rect.x += dx, picture.rect.y += dy; },
             },
             item.content);
}

void shift(Page& page, Length dx, Length dy) {
  for (FrameItem& item : page.items) shift(item, dx, dy);
  for (LinkArea& link : page.links) link.rect.x += dx, link.rect.y += dy;
  for (Destination& d : page.destinations) d.place.x += dx, d.place.y += dy;
}

}  // namespace nbpublish
