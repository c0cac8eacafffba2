// The rows of a galley in the order and the form in which the pages want them.
#pragma once

#include <vector>

#include "layout/page/page_break.h"

namespace nbpublish {

// Puts figures that move to the tops of their pages, and replaces the paragraphs that are set longer or shorter. `pages` then
// count the new rows, and the galley has neither variants nor figures.
void arrange_rows(Galley& galley, std::vector<PageBreak>& pages);

}  // namespace nbpublish
