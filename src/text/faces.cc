#include "text/faces.h"

#include <hb-ot.h>
#include <hb.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <vector>

namespace nbpublish {
namespace {

bool draws(const FontLibrary& fonts, FontId font, std::u32string_view characters) {
  return std::all_of(characters.begin(), characters.end(), [&](char32_t c) {
    return fonts.has_glyph(font, c) || u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
  });
}

}  // namespace

std::optional<FontId> face_for_all(const FontLibrary& fonts, std::u32string_view characters, FontId wanted) {
  if (draws(fonts, wanted, characters)) return wanted;
  const bool one_width = fonts.has_one_width(wanted);
  std::optional<FontId> other;
  for (std::size_t i = 0; i < fonts.size(); ++i) {
    const auto font = static_cast<FontId>(i);
    if (!fonts.entry(font).fallback || !draws(fonts, font, characters)) continue;
    if (!one_width || fonts.has_one_width(font)) return font;
    if (!other) other = font;
  }
  return other;
}

bool has_contextual_capitals(const FontLibrary& fonts, FontId font) {
  hb_face_t* face = hb_font_get_face(fonts.hb_font(font));
  unsigned count = hb_ot_layout_table_get_feature_tags(face, HB_OT_TAG_GSUB, 0, nullptr, nullptr);
  std::vector<hb_tag_t> tags(count);
  hb_ot_layout_table_get_feature_tags(face, HB_OT_TAG_GSUB, 0, &count, tags.data());
  const auto has = [&](hb_tag_t feature) { return std::find(tags.begin(), tags.end(), feature) != tags.end(); };
  return has(HB_TAG('c', 'a', 'l', 't')) && has(HB_TAG('c', 'a', 's', 'e'));
}

std::pair<int, int> glyph_ink(const FontLibrary& fonts, FontId font, std::uint32_t glyph) {
  hb_glyph_extents_t extents{};
  if (!hb_font_get_glyph_extents(fonts.hb_font(font), glyph, &extents)) return {};
  return {extents.x_bearing, extents.x_bearing + extents.width};
}

}  // namespace nbpublish
