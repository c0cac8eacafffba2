// note [two directions]: what stands in a line is placed from left to right in visual order, and then set in the order of the text,
// piece by piece, so that what is copied and read aloud keeps its order. A line of a paragraph that itself runs right to
// left stands at the right edge.
#pragma once

#include <cstddef>
#include <vector>

#include "layout/inline/line_widths.h"

namespace nbpublish {

// Whether anything in the line runs right to left, or is left to right inside what does.
bool has_two_directions(const LineInput& in);

// A word or a space of such a line.
struct PlacedUnit {
  std::size_t item;  // the first of it
  Length width, x;
};
struct PlacedUnits {
  std::vector<PlacedUnit> units;  // in the order of the text
  Length end;                     // of the line
};
// `left`: where a line that runs left to right begins. `in.line.ratio` is ratio_as_set().
PlacedUnits place_units(const LineInput& in, Length left);

}  // namespace nbpublish
