// GlyphUse: which glyphs of which faces are drawn.
#pragma once

#include <cstdint>
#include <vector>

#include "text/font_library.h"

namespace nbpublish {

struct FaceGlyphs {
  FontId font = 0;
  std::vector<std::uint32_t> glyphs;  // ascending
};

class GlyphUse {
 public:
  void add(FontId font, std::uint32_t glyph);
  void add(const std::vector<FaceGlyphs>& faces);
  // Faces ascending.
  std::vector<FaceGlyphs> faces() const;

 private:
  std::vector<std::vector<bool>> used_;  // by face and glyph
};

}  // namespace nbpublish
