// Drawings for black ink.
#pragma once

#include <string>

#include "base/result.h"

namespace nbpublish {

struct GraySvg {
  std::string bytes;
  // It has transparency, gradients or patterns: PDF/X-1a and a gray press want pixels of it.
  bool needs_pixels = false;
};

// The drawing in grays (gray_colours.h): fills paper or 10 % black at least, text black or white, embedded pictures gray.
// Strokes are at least `least_stroke` wide, in units of the viewBox and as far as no transformation scales them.
// `bytes` are sanitised.
Result<GraySvg> gray_svg(const std::string& bytes, double least_stroke);

}  // namespace nbpublish
