// GlyphTables: what a file must know of faces' glyphs.
// note [glyph codes]: A glyph's code in a file is its id in the font file (Identity-H, ISO 32000-1, 9.7.5.2), never a number that depends
// on what else a volume or a part draws, so that the content of a page stays the same bytes whatever other pages have. What a glyph says
// when it is copied depends on the font alone, too: where a page means something else by it, that stands beside it as ActualText. The join
// embeds of each face what all parts drew, under the same ids.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "text/font_library.h"

namespace nbpublish {

// Of one face.
class GlyphTable {
 public:
  GlyphTable(const FontLibrary& fonts, FontId font);

  // What the glyph says by itself; empty if the font does not tell.
  std::string_view text(std::uint32_t glyph) const;
  // In units of the em.
  std::int64_t advance(std::uint32_t glyph) const { return glyph < advances_.size() ? advances_[glyph] : 0; }
  std::int64_t units_per_em() const { return units_per_em_; }

 private:
  struct Text {
    std::array<char, 7> bytes{};
    std::uint8_t size = 0;
  };
  std::int64_t units_per_em_;
  std::vector<std::uint16_t> advances_;  // by glyph
  std::vector<Text> texts_;              // by glyph

  void read_characters(hb_font_t* font);
  void read_forms(const FontLibrary& fonts, FontId font);
  void say(std::uint32_t glyph, std::string_view text);
};

// Of a library's faces, each made when it is first asked for, by several threads at a time.
class GlyphTables {
 public:
  // Borrows the library.
  explicit GlyphTables(const FontLibrary& fonts);
  const GlyphTable& of(FontId font) const;
  const FontLibrary& fonts() const { return fonts_; }

 private:
  struct Slot {
    std::once_flag once;
    std::unique_ptr<GlyphTable> table;
  };
  const FontLibrary& fonts_;
  std::unique_ptr<Slot[]> slots_;
};

}  // namespace nbpublish
