// Where places that stand alone belong: <a id="name"></a> above a heading means the heading.
#pragma once

#include "document/document.h"

namespace nbpublish {

// Paragraphs that hold nothing but places vanish into what follows them, or else what stands before them, if
// that has words. Before tables, listings and other blocks they stay.
void settle_places(Document& document);

}  // namespace nbpublish
