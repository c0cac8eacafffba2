// What preflight knows of a file before anybody judges it. Lengths are points; pages count from 1.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "preflight/matrix.h"

namespace nbpublish {

enum class PaintPlace : std::uint8_t { Fill, Stroke, Picture, Shading };
enum class ColourKind : std::uint8_t { DeviceRgb, CalRgb, IccRgb, CalGray, IccGray, IccCmyk, Lab, Spot };
std::string_view word_of(PaintPlace place);
std::string_view word_of(ColourKind kind);

struct ColourUse {
  ColourKind kind{};
  PaintPlace place{};
  friend auto operator<=>(const ColourUse&, const ColourUse&) = default;
};

// The extreme of a kind on a page, and what has it.
struct Measured {
  double value = 0;
  std::string what;
};
void keep_least(std::optional<Measured>& least, double value, std::string_view what);
void keep_most(std::optional<Measured>& most, double value, std::string_view what);

// A few words out of the file, sanitised and cut.
using FactWords = std::set<std::string>;
void add_word(FactWords& words, std::string_view word);
std::string joined(const FactWords& words);

enum Side : std::uint8_t { kLeft, kBottom, kRight, kTop, kSides };

struct PdfPageFacts {
  int number = 0;
  // Of ISO 32000-1, 14.11.2, with their defaults.
  PageBox media, crop, bleed, trim;

  // Whether anything visible is painted inside the trim box. White paint is not visible.
  bool is_blank = true;
  // Around what is painted there. On each side without what reaches over the trimmed edge and is not text.
  PageBox content;
  // On each side, how far what reaches over the trimmed edge goes beyond it at least.
  std::array<std::optional<Measured>, kSides> bleeding;
  bool paints_outside = false;  // something stands wholly outside the trim box

  std::set<std::size_t> fonts;            // of visible text; indices of DocumentFacts::fonts
  std::optional<Measured> least_text;     // pt
  std::optional<Measured> lightest_text;  // % of full tone, of text in a tint
  std::set<ColourUse> colours;            // those that are not DeviceGray or DeviceCMYK
  FactWords spot_inks;
  std::optional<Measured> most_ink;  // %
  FactWords unknown_ink;
  std::optional<Measured> lightest_fill;  // % of full tone
  FactWords transparent, groups;
  std::optional<Measured> least_picture, least_line_art;  // ppi
  bool has_jpeg_2000 = false;
  std::optional<Measured> least_stroke;  // pt; 0 is the device's thinnest line
  FactWords annotations;                 // "3 Link"
};

struct FontFacts {
  std::string name;
  bool is_embedded = false, is_type3 = false;
};

struct DocumentFacts {
  std::string damage;   // what the reader complained of first
  std::string version;  // "1.7"
  bool is_encrypted = false, has_outline = false, has_xmp = false, shows_title = false, is_tagged = false;
  std::string title, author, language;
  std::string pdf_x;             // "PDF/X-1a:2001"; empty if the file doesn't say so or has no output intent for it
  std::vector<FontFacts> fonts;  // each once, in order of first use
  std::vector<PdfPageFacts> pages;
};

}  // namespace nbpublish
