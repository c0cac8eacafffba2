// What the glyphs of a face say, as a map for readers.
#pragma once

#include <string>

#include "output/pdf/glyph_tables.h"
#include "output/pdf/glyph_use.h"

namespace nbpublish {

// A ToUnicode CMap (ISO 32000-1, 9.10.3): what the font tells of each glyph, else what the glyph stood for, else U+FFFD. What the font does
// not tell always stands under ActualText.
std::string text_map(const GlyphTable& table, const FaceGlyphs& used);

}  // namespace nbpublish
