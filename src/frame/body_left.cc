#include "frame/body_left.h"

#include "base/overloaded.h"

namespace nbpublish {

Length body_left(const Page& page) {
  if (page.items.empty()) return {};
  return std::visit(overloaded{[](const GlyphRun& run) { return run.origin.x; }, [](const Fill& fill) { return fill.rect.x; },
                               [](const Path& path) { return path.segments.empty() ? Length{} : path.segments.front().points[0].x; },
                               [](const PlacedPicture& placed) { return placed.rect.x; }},
                    page.items.front().content);
}

}  // namespace nbpublish
