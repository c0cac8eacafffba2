#include "layout/inline/circle.h"

namespace nbpublish {

Path circle_path(Point centre, Length radius, Length width, ColourRole colour) {
  using Kind = PathSegment::Kind;
  const Length k = radius.scaled(0.5522847), r = radius;  // Bézier approximation of a quarter
  const auto at = [&](Length x, Length y) { return Point{centre.x + x, centre.y + y}; };
  Path path;
  path.colour = colour;
  path.filled = width.is_zero();
  path.width = width;
  path.segments = {{Kind::Move, {at(r, {})}},
                   {Kind::Curve, {at(r, k), at(k, r), at({}, r)}},
                   {Kind::Curve, {at(-k, r), at(-r, k), at(-r, {})}},
                   {Kind::Curve, {at(-r, -k), at(-k, -r), at({}, -r)}},
                   {Kind::Curve, {at(k, -r), at(r, -k), at(r, {})}},
                   {Kind::Close, {}}};
  return path;
}

}  // namespace nbpublish
