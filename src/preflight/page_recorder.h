// What is painted on a page, written down as facts.
#pragma once

#include <string_view>

#include "preflight/graphics_state.h"

namespace nbpublish {

class PageRecorder {
 public:
  explicit PageRecorder(PdfPageFacts& facts) : facts_(facts) {}
  PdfPageFacts& facts() { return facts_; }

  // A colour space was chosen, or a picture or shading has it.
  void use_space(const ColourSpace& space, PaintPlace place);
  // Something visible stands in `box` (points). Text never bleeds: it counts for the margins wherever it is.
  void cover(const PageBox& box, bool is_text, std::string_view what);
  // Something is painted with this colour; false if it is white, which shows nothing.
  bool paint(const PaintColour& colour, std::string_view what);
  void fill(const PaintColour& colour);  // an area, not text
  void text(const PaintColour& colour);

 private:
  PdfPageFacts& facts_;
};

}  // namespace nbpublish
