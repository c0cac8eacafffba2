// Shaper: text to glyphs by HarfBuzz, with a cache of words.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/hash.h"
#include "base/length.h"
#include "text/font_library.h"

namespace nbpublish {

// OpenType features by purpose, so that no caller spells tags.
enum class Features : std::uint8_t {
  Text,      // kerning, ligatures, lining proportional figures
  Tabular,   // the same with figures of one width: tables, folios, contents
  Code,      // no ligatures, no contextual alternates
  Superior,  // note marks: `sups`
  Capitals,  // labels set in capitals: `case`
  Numerals,  // Roman ones by themselves: Inter's I with serifs, `cv08`, which is else a bare bar
};
inline constexpr std::size_t kFeatureSets = 6;

struct ShapedGlyph {
  std::uint32_t id = 0;
  std::int32_t advance = 0, dx = 0, dy = 0;  // in units of the em, dy upward
  std::uint32_t cluster = 0;                 // byte where its cluster begins
};

// A stretch of text in one face. Size-independent: multiply by size / units_per_em.
struct ShapedRun {
  FontId font = 0;
  std::vector<ShapedGlyph> glyphs;
  std::int64_t advance = 0;
};

// Length of `units` of the em at `size`.
inline Length em_length(std::int64_t units, Length size, unsigned units_per_em) { return size.scaled(units, units_per_em); }

// Not for several threads: one per thread, each with a cache of its own.
class Shaper {
 public:
  explicit Shaper(const FontLibrary& fonts) : fonts_(fonts) {}

  // The runs of `text` (no line feeds), split where a fallback face is needed. Valid until the shaper goes. Text that runs
  // right to left keeps the order of its letters, too: runs and clusters grow with the text, and offsets put each
  // glyph to its place, left of the one before. No cluster is larger than 128 bytes, see note [large clusters].
  const std::vector<ShapedRun>& shape(FontId font, Features features, std::string_view text, bool right_to_left = false);
  // Advance of the whole text at `size`.
  Length width(FontId font, Features features, Length size, std::string_view text);

  const FontLibrary& fonts() const { return fonts_; }

 private:
  using Words = std::unordered_map<std::string, std::vector<ShapedRun>, TextHash, std::equal_to<>>;

  const FontLibrary& fonts_;
  std::vector<Words> cache_;  // by font, features and direction

  Words& words_of(FontId font, Features features, bool right_to_left);
};

}  // namespace nbpublish
