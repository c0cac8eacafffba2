// The manifest's picture on the printed front: the whole of it, or a band in the drawn design.
#pragma once

#include <string>

#include "cover/wrap_geometry.h"
#include "figure/figure.h"

namespace nbpublish {

// Where a picture fills the front: over three edges by the bleed, from the fold on; its own shape is kept, so a little more of it
// may stand outside.
struct CoverArt {
  bool fills_front = false;
  Rect rect;               // if it does
  Length band_most_width;  // if it does not: as wide as its pixels allow
  std::string wanted;      // "1838 x 2775 pixels, portrait": what would fill the front
};

// A picture fills the front if its shape is within 3 % of the panel's and it has the outlet's resolution there.
CoverArt judge_cover_art(const Picture& picture, const WrapGeometry& wrap, double resolution);

}  // namespace nbpublish
