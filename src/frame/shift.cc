#include "frame/shift.h"

#include <utility>

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
  if (dx == Length{} && dy == Length{}) return;
  for (FrameItem& item : page.items.edit()) shift(item, dx, dy);
  for (LinkArea& link : page.links.edit()) link.rect.x += dx, link.rect.y += dy;
  for (Destination& d : page.destinations.edit()) d.place.x += dx, d.place.y += dy;
}

PagedVolume in_place(PagedVolume volume) {
  for (PagedPart& part : volume.parts)
    for (Page& page : part.pages) shift(page, std::exchange(page.across, {}), {});
  return volume;
}

}  // namespace nbpublish
