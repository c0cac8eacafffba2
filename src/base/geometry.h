// Points, sizes and rectangles; y grows downward from the top edge of the trimmed page.
#pragma once

#include "base/length.h"

namespace nbpublish {

struct Point {
  Length x, y;
  friend constexpr auto operator<=>(const Point&, const Point&) = default;
};
struct Size {
  Length width, height;
  friend constexpr auto operator<=>(const Size&, const Size&) = default;
};
struct Rect {
  Length x, y, width, height;
  constexpr Length right() const { return x + width; }
  constexpr Length bottom() const { return y + height; }
  friend constexpr auto operator<=>(const Rect&, const Rect&) = default;
};

}  // namespace nbpublish
