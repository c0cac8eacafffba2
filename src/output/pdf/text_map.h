// What the glyphs of a face say, as a map for readers.
#pragma once

#include <string>
#include <vector>

#include "output/pdf/glyph_tables.h"

namespace nbpublish {

// A ToUnicode CMap (ISO 32000-1, 9.10.3) of these glyphs, ascending: U+FFFD of one that only ever stands under ActualText.
std::string text_map(const GlyphTable& table, const std::vector<std::uint32_t>& glyphs);

}  // namespace nbpublish
