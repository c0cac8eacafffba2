// Style: every number and face of the page design, computed from a style file. Shared and const.
#pragma once

#include <string>

#include "base/colour.h"
#include "base/length.h"
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

// Members are the keys of the schema, in its order: style.trim_width is "page.trim-width".
struct Style {
  std::string name;              // folder name, "six-by-nine"
#define NBP_X(type, member, key, text) type member{};
  NBP_STYLE_KEYS(NBP_X)
#undef NBP_X
  Theme light;                   // [colour.light]; the dark theme comes with the dark edition

  const std::string& family(FontFamily f) const {
    return f == FontFamily::Serif ? family_serif : f == FontFamily::Sans ? family_sans : family_mono;
  }
};

}  // namespace nbpublish
