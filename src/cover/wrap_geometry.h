// The panels of a wrap: back, spine and front on one sheet.
#pragma once

#include "cover/cover_rules.h"

namespace nbpublish {

// Points from the top left of the trimmed wrap. What bleeds stands outside it.
struct WrapGeometry {
  Size trim;                // of the whole wrap
  Length bleed;             // on all four sides of it
  Rect back, spine, front;  // trimmed, side by side
  Rect barcode;             // the panel on the back
  bool has_spine_text = false;

  // The sheet with its bleed.
  Rect sheet() const { return {-bleed, -bleed, trim.width + bleed * 2, trim.height + bleed * 2}; }
};

// For a volume of `pages` trimmed pages; an odd last page takes a whole leaf.
WrapGeometry wrap_geometry(Size page, int pages, const CoverRules& rules, const CoverPaper& paper);

// `rect` without a margin on each side.
Rect inset(const Rect& rect, Length margin);

}  // namespace nbpublish
