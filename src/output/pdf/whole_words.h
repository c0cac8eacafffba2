// Words that a line break divided, whole for whoever searches or copies.
#pragma once

#include <vector>

#include "frame/frame.h"
#include "output/pdf/page_layers.h"

namespace nbpublish {

// Whether a line of the run ends in a soft hyphen: most do not, and need no copy.
bool has_divided_words(const Page& page, const MarkedRun& marked);

// The items of a marked run. Where a word's first part ends a line in a soft hyphen and its second begins the next, in one face and
// colour, the first part is one cluster that stands for the undivided word, the second one that stands for nothing: Cairo writes
// ActualText for both (ISO 32000-1, 14.9.4), and each stays a word of its own line. No glyph moves.
std::vector<FrameItem> with_whole_words(const Page& page, const MarkedRun& marked);

}  // namespace nbpublish
