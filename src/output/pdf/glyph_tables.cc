#include "output/pdf/glyph_tables.h"

#include <hb.h>

#include <algorithm>

#include "base/utf8.h"
#include "text/shaper.h"

namespace nbpublish {
namespace {

// Ligatures of Latin that are characters, too: what they say is their letters, as read_forms() finds them.
bool is_latin_ligature(char32_t c) { return c >= 0xFB00 && c <= 0xFB06; }

// Controls, characters of private use, what is none at all, and what is drawn with another character's glyph: a no-break space and
// a soft hyphen.
bool says_nothing(char32_t c) {
  return c < ' ' || (c >= 0x7F && c <= 0xA0) || c == 0xAD || (c >= 0xD800 && c <= 0xF8FF) || c >= 0xF0000 || c == 0xFEFF ||
         (c & 0xFFFE) == 0xFFFE;
}

// Of Latin-1 and the general punctuation.
bool is_everyday(char32_t c) { return c <= 0xFF || (c >= 0x2010 && c <= 0x205E); }

// Words whose shapes by all sets of features tell what glyphs say that stand for no character of their own: figures of one width or raised,
// capitals' punctuation, ligatures. Blanks keep the letters apart.
constexpr std::string_view kForms =
    "0 1 2 3 4 5 6 7 8 9 ! \" # $ % & ' ( ) * + , - . / : ; < = > ? @ [ \\ ] ^ _ ` { | } ~ A B C D E F G H I J K L M N O P Q R S T U V W X "
    "Y "
    "Z "
    "a b c d e f g h i j k l m n o p q r s t u v w x y z ff fi fl ffi ffl fj ffj ft fft fb ffb fh ffh fk ffk Th tt ti tti st ct "
    "\u2013 \u2014 \u2018 \u2019 \u201C \u201D \u2026 \u2022 \u2192 \u2190 \u00AB \u00BB \u2039 \u203A \u00D7 \u2212 \u00B7 \u2264 \u2265 "
    "\u2260 \u2248 \u00B1 \u00B0 ";
static_assert(kFeatureSets == 6);
constexpr Features kAllFeatures[] = {Features::Text,     Features::Tabular,  Features::Code,
                                     Features::Superior, Features::Capitals, Features::Numerals};

}  // namespace

GlyphTable::GlyphTable(const FontLibrary& fonts, FontId font) : units_per_em_(fonts.units_per_em(font)) {
  hb_font_t* face = fonts.hb_font(font);
  const unsigned count = hb_face_get_glyph_count(hb_font_get_face(face));
  texts_.resize(count);
  for (unsigned glyph = 0; glyph < count; ++glyph)
    advances_.push_back(static_cast<std::uint16_t>(std::clamp(hb_font_get_glyph_h_advance(face, glyph), 0, 0xFFFF)));
  read_characters(face);
  read_forms(fonts, font);
}

std::string_view GlyphTable::text(std::uint32_t glyph) const {
  if (glyph >= texts_.size()) return {};
  return {texts_[glyph].bytes.data(), texts_[glyph].size};
}

// Of several characters with one glyph it says that of everyday text, else the first: an apostrophe and not the letter U+02BC.
void GlyphTable::read_characters(hb_font_t* font) {
  const std::unique_ptr<hb_set_t, decltype(&hb_set_destroy)> characters(hb_set_create(), hb_set_destroy);
  hb_face_collect_unicodes(hb_font_get_face(font), characters.get());
  for (const bool everyday : {true, false})
    for (hb_codepoint_t c = HB_SET_VALUE_INVALID; hb_set_next(characters.get(), &c);) {
      hb_codepoint_t glyph = 0;
      if (is_everyday(c) != everyday || says_nothing(c) || is_latin_ligature(c)) continue;
      if (!hb_font_get_nominal_glyph(font, c, &glyph) || glyph == 0) continue;
      std::string text;
      append_utf8(text, c);
      say(glyph, text);
    }
}

void GlyphTable::read_forms(const FontLibrary& fonts, FontId font) {
  Shaper shaper(fonts);
  for (const Features features : kAllFeatures)
    for (const ShapedRun& run : shaper.shape(font, features, kForms)) {
      if (run.font != font) continue;
      for (std::size_t i = 0; i + 1 < run.glyphs.size(); ++i) {
        const std::size_t begin = run.glyphs[i].cluster, end = run.glyphs[i + 1].cluster;
        const bool alone = end > begin && (i == 0 || run.glyphs[i - 1].cluster != begin);
        if (alone && run.glyphs[i].id != 0) say(run.glyphs[i].id, kForms.substr(begin, end - begin));
      }
    }
}

// What was said first stays.
void GlyphTable::say(std::uint32_t glyph, std::string_view text) {
  if (glyph >= texts_.size() || texts_[glyph].size != 0 || text.size() > texts_[glyph].bytes.size()) return;
  std::ranges::copy(text, texts_[glyph].bytes.begin());
  texts_[glyph].size = static_cast<std::uint8_t>(text.size());
}

GlyphTables::GlyphTables(const FontLibrary& fonts) : fonts_(fonts), slots_(std::make_unique<Slot[]>(fonts.size())) {}

const GlyphTable& GlyphTables::of(FontId font) const {
  Slot& slot = slots_[font];
  std::call_once(slot.once, [&] { slot.table = std::make_unique<GlyphTable>(fonts_, font); });
  return *slot.table;
}

}  // namespace nbpublish
