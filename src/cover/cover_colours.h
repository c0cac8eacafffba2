// The colours of a cover.
#pragma once

#include "base/colour.h"
#include "book/book.h"

namespace nbpublish {

// The ground, what is drawn on it, and lettering that stands back behind the white of the title.
struct CoverColours {
  Rgb ground, mid, light;
};
// By the manifest's colour, else by the volume's number: four hues of CIELAB lightness about 30, 62 and 80, so that the set is one
// family, in gray too, of no more than 240 % ink even without black. Light on ground is above 5:1, white above 7:1.
CoverColours cover_colours(const Volume& volume);

// The roles that covers are drawn in; cover_theme() says how they look there.
inline constexpr ColourRole kCoverGround = ColourRole::HeadGround;
inline constexpr ColourRole kCoverMid = ColourRole::Rule;
inline constexpr ColourRole kCoverLight = ColourRole::Secondary;
inline constexpr ColourRole kCoverWhite = ColourRole::Paper;
inline constexpr ColourRole kCoverBlack = ColourRole::Text;  // pure: the bars are printed in black ink alone

Theme cover_theme(const CoverColours& colours);

}  // namespace nbpublish
