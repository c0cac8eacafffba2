// Typographer's punctuation in prose: curly quotes, dashes, the ellipsis, blanks that must not break.
#pragma once

#include "document/document.h"

namespace nbpublish {

// Changes the Text of one leaf block in place; code, the text of bare addresses and marks stay as they
// are, but count as neighbours (a quote before code opens). Runs over the whole leaf at once, so that
// a pair of quotes may begin outside and end inside an emphasis.
void apply_smart_punctuation(Inlines& leaf);

}  // namespace nbpublish
