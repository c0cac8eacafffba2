// The spine of a wrap: words from the head downward, each at the same place on all volumes of a set.
#pragma once

#include "cover/front_panel.h"
#include "cover/wrap_geometry.h"

namespace nbpublish {

struct SpineWords {
  std::string set, title, numeral, publisher;
};

enum class SpineFit : std::uint8_t {
  Good,       // or no words, since the outlet has none on so few pages
  LongTitle,  // the title is set smaller than the spine's width asks for, to end above the publisher's name
  TooThin,    // no words: between the clearances they would be smaller than can be printed
};
// Draws on the ground of the wrap.
SpineFit draw_spine(CoverSheet& sheet, const WrapGeometry& wrap, const CoverRules& rules, const SpineWords& words);

}  // namespace nbpublish
