// GlyphUse: which glyphs of which faces are drawn.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/font_library.h"

namespace nbpublish {

struct GlyphText {
  std::uint32_t glyph = 0;
  std::string text;
};

struct FaceGlyphs {
  FontId font = 0;
  std::vector<std::uint32_t> glyphs;  // ascending
  // What glyphs stood for of which the font does not tell, ascending: for readers that know no ActualText.
  std::vector<GlyphText> texts{};
};

class GlyphUse {
 public:
  void add(FontId font, std::uint32_t glyph);
  // What the glyph stands for somewhere. Of several texts the least stays, whatever their order.
  void say(FontId font, std::uint32_t glyph, std::string_view text);
  void add(const std::vector<FaceGlyphs>& faces);
  // Faces ascending.
  std::vector<FaceGlyphs> faces() const;

 private:
  std::vector<std::vector<bool>> used_;  // by face and glyph
  std::map<std::pair<FontId, std::uint32_t>, std::string> said_;
};

}  // namespace nbpublish
