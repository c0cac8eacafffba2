// The front of a cover, drawn: the same for the printed book and the e-book.
#pragma once

#include <optional>
#include <string>

#include "book/book.h"
#include "cover/cover_sheet.h"
#include "figure/figure.h"

namespace nbpublish {

// What is written on a cover. A book in one volume has no set title of its own, and none shows a numeral without a set.
struct CoverTitles {
  std::string set, title, subtitle, numeral, authors;
  bool early_access = false;
};
CoverTitles cover_titles(const Book& book, const Volume& volume, bool early_access);

struct FrontDesign {
  CoverTitles titles;
  CoverMotif motif = CoverMotif::Loop;
  PicturePtr band;         // in place of the motif, never cropped; null: none
  Length band_most_width;  // by its resolution
};

// On a 6 x 9 panel no title is set smaller unless its words don't fit; other panels in proportion.
inline constexpr Length kLeastTitle = Length::pt(44);

// Draws on a panel that has its ground. The size of the title, as it would be on 6 x 9.
Length draw_front(CoverSheet& sheet, const Rect& panel, const FrontDesign& design);

// Height over width.
double aspect_of(const Picture& picture);

}  // namespace nbpublish
