// A light and a dark theme for tests of pictures, few of their roles given.
#pragma once

#include "base/colour.h"

namespace nbpublish::test {

inline void set(Theme& theme, ColourRole role, Rgb colour) { theme.colours[static_cast<std::size_t>(role)] = colour; }

inline Theme light_theme() {
  Theme theme;
  for (Rgb& colour : theme.colours) colour = {0x16, 0x19, 0x1d};
  set(theme, ColourRole::Paper, {255, 255, 255});
  set(theme, ColourRole::Link, {0x0b, 0x4a, 0x8f});
  set(theme, ColourRole::CodeGround, {0xf4, 0xf6, 0xf8});
  return theme;
}

inline Theme dark_theme() {
  Theme theme;
  for (Rgb& colour : theme.colours) colour = {0xe6, 0xe8, 0xeb};
  set(theme, ColourRole::Paper, {0x14, 0x17, 0x1b});
  set(theme, ColourRole::Link, {0x93, 0xc6, 0xff});
  set(theme, ColourRole::CodeGround, {0x1b, 0x1f, 0x25});
  return theme;
}

}  // namespace nbpublish::test
