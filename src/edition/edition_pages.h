// One layout, several editions: the pages that a print shop gets, and those that a screen shows. Lines, folios and page breaks are those of
// the layout; what differs is where the block stands, which pages are there and what is drawn beside the text.
#pragma once

#include "frame/frame.h"
#include "style/style.h"

namespace nbpublish {

// The block in the middle of every page, no blank pages: labels keep the printed folios.
PagedVolume screen_pages(PagedVolume volume, const Style& style);

struct PrintSheet {
  Length inner_margin;  // at least: by the outlet's table; the style's own is taken where it is wider
  Length outer_margin;  // at least
  bool tabs = false;    // for every topic at the fore edge: the file bleeds
  bool crop_marks = false;
};

// The block as far from the spine as the sheet demands, an even number of pages, the last one blank (a printer puts his mark there),
// neither links nor an outline.
// False where the measure leaves less than the margins asked for: the block then stands as far to the fore edge as that may be.
struct PrintPages {
  PagedVolume volume;
  bool has_room = true;
};
PrintPages print_pages(PagedVolume volume, const Style& style, const PrintSheet& sheet, const FontLibrary& fonts);

// How many pages print_pages() will have: outlets' margins depend on it.
std::size_t print_page_count(const PagedVolume& volume);

}  // namespace nbpublish
