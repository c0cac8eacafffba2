// Left and right of pages in a bound book: page 1 is a recto, whose spine is at its left.
#pragma once

#include <string_view>

#include "preflight/facts.h"

namespace nbpublish {

inline Side inner_side(int page) { return page % 2 == 1 ? kLeft : kRight; }

inline std::string_view word_of(Side side) {
  switch (side) {
    case kLeft:
      return "left";
    case kBottom:
      return "foot";
    case kRight:
      return "right";
    case kTop:
      return "head";
    case kSides:
      break;
  }
  return "";
}

}  // namespace nbpublish
