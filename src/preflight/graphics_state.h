// The graphics state (ISO 32000-1, 8.4), as far as preflight looks at it.
#pragma once

#include <qpdf/QPDFObjectHandle.hh>

#include "preflight/colour_space.h"
#include "preflight/fonts.h"
#include "preflight/matrix.h"

namespace nbpublish {

struct PaintColour {
  ColourSpacePtr space = device_space(ColourFamily::Gray);
  Components components{0};
  QPDFObjectHandle pattern;  // uninitialised unless the space is Pattern
};

struct TextState {
  double char_space = 0, word_space = 0, stretch = 1, leading = 0, size = 0, rise = 0;
  int mode = 0;
  const PdfFont* font = nullptr;
};

struct GraphicsState {
  PdfMatrix ctm;
  PageBox clip = PageBox::everything();  // around what the clipping path leaves
  double line_width = 1;
  PaintColour fill, stroke;
  TextState text;
};

}  // namespace nbpublish
