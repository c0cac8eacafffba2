// Words that a line break divided, whole for whoever searches or copies.
#pragma once

#include <vector>

#include "frame/frame.h"
#include "output/pdf/page_layers.h"

namespace nbpublish {

// Whether a line of the run ends in a soft hyphen: most do not, and need no copy.
bool has_divided_words(const Page& page, const MarkedRun& marked);

// The items of a marked run. A word whose first part ends a line in a soft hyphen and whose second begins the next, in one face
// and colour, becomes a run of its own over both lines: one cluster that stands for the undivided word, for which Cairo
// writes ActualText (ISO 32000-1, 14.9.4). All glyphs stay where they are.
std::vector<FrameItem> with_whole_words(const Page& page, const MarkedRun& marked);

}  // namespace nbpublish
