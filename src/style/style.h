// Style: every number and face of the page design, computed from a style file. Shared and const.
#pragma once

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/colour.h"
#include "base/length.h"
#include "diag/diagnostic.h"
#include "style/schema.h"

namespace nbpublish {

enum class FontFamily : std::uint8_t { Serif, Sans, Mono };

// "serif 400 italic 9.5/13": family role, weight, slant, size/leading.
struct TextStyle {
  FontFamily family = FontFamily::Serif;
  int weight = 400;
  bool italic = false;
  Length size, leading;
};

// Inner margins by the number of pages of the finished volume: what is bound thicker opens less far. Rows in the order of
// their page counts; the last holds for more pages, too. Measure, lines and page breaks never depend on them.
struct InnerMargin {
  int most_pages = 0;
  Length margin;
};
using InnerMargins = std::vector<InnerMargin>;

// Where a key was given, for complaints about values that don't go together.
struct StylePlace {
  std::string file;
  SourceSpan span;
  std::size_t depth = 0;  // 0: in the style itself, 1: in the one it extends ...
};

// Members are the keys of the schema, in its order: style.trim_width is "page.trim-width".
struct Style {
  std::string name;  // folder name, "six-by-nine"
#define NBP_X(type, member, key, text) type member{};
  NBP_STYLE_KEYS(NBP_X)
#undef NBP_X
  std::vector<std::filesystem::path> folders;             // of the style and of those it extends, nearest first
  std::map<std::string, StylePlace, std::less<>> places;  // by key
  Theme light, dark, print;                               // [colour.light] ...; print is black ink alone: all its colours are grays

  const std::string& family(FontFamily f) const {
    return f == FontFamily::Serif ? family_serif : f == FontFamily::Sans ? family_sans : family_mono;
  }
  // Margin at the spine of a volume of so many pages, and the one that is left at the other edge.
  Length inner_margin(std::size_t pages) const {
    for (const InnerMargin& row : inner_margins)
      if (pages <= static_cast<std::size_t>(row.most_pages)) return row.margin;
    return inner_margins.empty() ? Length{} : inner_margins.back().margin;
  }
  Length outer_margin(std::size_t pages) const { return trim_width - measure - inner_margin(pages); }
  // Of a page that runs long, where the foot then keeps half an inch.
  int most_lines() const {
    const int most = lines + std::max(long_by_limit, 0);
    return top + leading * most + Length::pt(36) <= trim_height ? most : lines;
  }
};

}  // namespace nbpublish
