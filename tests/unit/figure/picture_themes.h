// A light and a dark theme for tests of pictures, few of their roles given.
#pragma once

#include "base/colour.h"

namespace nbpublish::test {

inline Theme theme_of(Rgb text, Rgb paper, Rgb link, Rgb code_ground) {
  Theme theme;
  theme.colours.fill(text);
  const auto set = [&](ColourRole role, Rgb colour) { theme.colours[static_cast<std::size_t>(role)] = colour; };
  set(ColourRole::Paper, paper);
  set(ColourRole::Link, link);
  set(ColourRole::CodeGround, code_ground);
  return theme;
}
inline Theme light_theme() { return theme_of({0x16, 0x19, 0x1d}, {255, 255, 255}, {0x0b, 0x4a, 0x8f}, {0xf4, 0xf6, 0xf8}); }
inline Theme dark_theme() { return theme_of({0xe6, 0xe8, 0xeb}, {0x14, 0x17, 0x1b}, {0x93, 0xc6, 0xff}, {0x1b, 0x1f, 0x25}); }

}  // namespace nbpublish::test
