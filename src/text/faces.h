// Faces beyond FontLibrary: what one face must draw together, and where the ink of its glyphs is.
#pragma once

#include <optional>
#include <string_view>
#include <utility>

#include "text/font_library.h"

namespace nbpublish {

// The face for a character with the marks that stand on it, which one face must draw together, found as FontLibrary::face_for() does;
// nothing if no face has all.
std::optional<FontId> face_for_all(const FontLibrary& fonts, std::u32string_view characters, FontId wanted);

// Whether a face has both the `calt` and the `case` feature; see note [contextual alternates] in shaper.cc.
bool has_contextual_capitals(const FontLibrary& fonts, FontId font);

// Where the ink of a glyph begins and ends, from its origin, in units of the em; nothing of both for a blank.
std::pair<int, int> glyph_ink(const FontLibrary& fonts, FontId font, std::uint32_t glyph);

}  // namespace nbpublish
