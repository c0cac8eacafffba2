// Colours of drawings made for a light page, turned for a dark one.
#pragma once

#include <vector>

#include "base/colour.h"

namespace nbpublish {

// Colours of the light theme become those of the same role in the dark one, black its text colour. Of any other the hue
// stays and the lightness is turned: what is darker here is lighter there. Two colours that contrast 7.1 : 1 or more on the
// light page contrast at least 7 : 1 on the dark one, if the dark theme's text does on its paper; see note [turned lightness].
class DarkColours {
 public:
  DarkColours(const Theme& light, const Theme& dark);

  Rgb operator()(Rgb colour) const;

  // The same for text. Where the author set it in a middle tone, with less than 7 : 1 on white, it has 7 : 1 on the dark paper;
  // what is lighter stands on something dark and is turned like everything else.
  Rgb of_text(Rgb colour) const;

 private:
  struct Knot {
    double from, to;  // logarithms of luminance + 0.05, so that a difference is a contrast; `from` rises
  };
  double turned(double luminance) const;

  Theme light_, dark_;
  std::vector<Knot> knots_;
};

}  // namespace nbpublish
