// One part of a volume, drawn by Cairo on a PDF surface of its own.
#pragma once

#include <string>

#include "base/result.h"
#include "frame/frame.h"
#include "output/paint/font_faces.h"
#include "output/pdf/used_glyphs.h"

namespace nbpublish {

struct DrawingSettings {
  const PagedVolume& volume;
  Theme theme;
  UsedGlyphs glyphs;  // of the whole volume
  bool is_tagged = true;
};

// The bytes of a PDF file for join_parts: its first page shows the volume's glyphs and is to be dropped,
// then one page for each layer of each frame page, in order. Empty if the part draws nothing at all.
// Depends on nothing but its arguments. An error names the part and the page.
Result<std::string> draw_part(const PagedPart& part, const DrawingSettings& settings, const FontFaces& faces);

}  // namespace nbpublish
