// Character protrusion: how much of a character may stand in the margin, so that the edge of the text looks even.
// note [protrusion]: Hàn Thế Thành, "Micro-typographic extensions to the TeX typesetting system" (2000), chapter 3.
#pragma once

#include "text/font_library.h"

namespace nbpublish {

// In parts of the em: multiply by the size.
struct Protrusion {
  double left = 0;   // past the left edge, of a character that begins a line
  double right = 0;  // past the right edge, of one that ends it
};

// Measured from the face: the white beside the ink, and a part of the ink that depends on the character. 0 for letters, figures
// and characters that the face lacks.
Protrusion protrusion_of(const FontLibrary& fonts, FontId font, char32_t character);

}  // namespace nbpublish
