#include "cover/cover_colours.h"

#include <algorithm>
#include <cmath>

namespace nbpublish {
namespace {

constexpr std::array<CoverColours, 4> kByNumber = {{
    {{0x01, 0x4A, 0x75}, {0x61, 0x9A, 0xD1}, {0x9D, 0xCA, 0xFE}},
    {{0x15, 0x53, 0x3F}, {0x59, 0xA4, 0x80}, {0x8A, 0xD6, 0xB0}},
    {{0x74, 0x33, 0x2A}, {0xCE, 0x82, 0x75}, {0xFF, 0xB4, 0xA7}},
    {{0x59, 0x3A, 0x6C}, {0xAC, 0x89, 0xC1}, {0xDF, 0xB9, 0xF3}},
}};

// Part of the way from `colour` to white.
Rgb tint(Rgb colour, double share) {
  const auto mix = [&](std::uint8_t v) { return static_cast<std::uint8_t>(std::lround(v + share * (255 - v))); };
  return {mix(colour.r), mix(colour.g), mix(colour.b)};
}

}  // namespace

CoverColours cover_colours(const Volume& volume) {
  if (volume.colour) return {*volume.colour, tint(*volume.colour, 0.45), tint(*volume.colour, 0.72)};
  return kByNumber[static_cast<std::size_t>(std::max(volume.number, 1) - 1) % kByNumber.size()];
}

Theme cover_theme(const CoverColours& colours) {
  Theme theme;
  const auto set = [&](ColourRole role, Rgb colour) { theme.colours[static_cast<std::size_t>(role)] = colour; };
  set(kCoverGround, colours.ground);
  set(kCoverMid, colours.mid);
  set(kCoverLight, colours.light);
  set(kCoverWhite, {255, 255, 255});
  return theme;
}

}  // namespace nbpublish
