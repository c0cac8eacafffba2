#include "output/pdf/glyph_use.h"

namespace nbpublish {

void GlyphUse::add(FontId font, std::uint32_t glyph) {
  if (font >= used_.size()) used_.resize(font + std::size_t{1});
  std::vector<bool>& face = used_[font];
  if (glyph >= face.size()) face.resize(glyph + std::size_t{1});
  face[glyph] = true;
}

void GlyphUse::say(FontId font, std::uint32_t glyph, std::string_view text) {
  const auto [at, fresh] = said_.try_emplace({font, glyph}, text);
  if (!fresh && text < at->second) at->second = text;
}

void GlyphUse::add(const std::vector<FaceGlyphs>& faces) {
  for (const FaceGlyphs& face : faces) {
    for (const std::uint32_t glyph : face.glyphs) add(face.font, glyph);
    for (const GlyphText& said : face.texts) say(face.font, said.glyph, said.text);
  }
}

std::vector<FaceGlyphs> GlyphUse::faces() const {
  std::vector<FaceGlyphs> result;
  for (std::size_t font = 0; font < used_.size(); ++font) {
    FaceGlyphs face{static_cast<FontId>(font), {}, {}};
    for (std::size_t glyph = 0; glyph < used_[font].size(); ++glyph)
      if (used_[font][glyph]) face.glyphs.push_back(static_cast<std::uint32_t>(glyph));
    for (auto said = said_.lower_bound({face.font, 0}); said != said_.end() && said->first.first == face.font; ++said)
      face.texts.push_back({said->first.second, said->second});
    if (!face.glyphs.empty()) result.push_back(std::move(face));
  }
  return result;
}

}  // namespace nbpublish
