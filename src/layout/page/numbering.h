// Folios, parity and what follows from them.
#pragma once

#include <string>
#include <vector>

#include "layout/page/chapter_layout.h"
#include "layout/page/furniture.h"

namespace nbpublish {

// A part in its place in the volume.
struct VolumePart {
  LaidOutChapter laid_out;
  FurnitureText furniture;
  bool starts_recto = false;
  bool roman = false;     // front matter
  bool restarts = false;  // the first page is 1
};

// Adds the blank pages that parity asks for (to the end of the part before) and gives every page its folio. Odd
// folios are rectos, and the volume ends on a verso. Idempotent: blanks of an earlier round are taken away first.
void number_pages(std::vector<VolumePart>& parts);

// Takes away the blank pages at the end of a text.
void drop_blank_tail(LaidOutChapter& chapter);

// Where every destination is printed.
PageNumbers page_numbers(const std::vector<VolumePart>& parts);

}  // namespace nbpublish
