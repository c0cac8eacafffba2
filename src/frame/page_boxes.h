// The boxes of a page (ISO 32000-1, 14.11.2), in its own coordinates: the origin is the top left of the trimmed page, y downward.
#pragma once

#include "frame/frame.h"

namespace nbpublish {

struct PageBoxes {
  Rect media;  // the sheet: the bleed and the slug
  Rect bleed;  // what may carry ink
  Rect trim;   // what the reader holds
};

// The sheets that all pages of a volume are printed on.
struct Sheets {
  Size trim;
  SheetEdges edges{};
};

PageBoxes page_boxes(const Sheets& sheets, bool recto);
PageBoxes page_boxes(const PagedVolume& volume, const Page& page);

}  // namespace nbpublish
