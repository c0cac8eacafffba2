// Painter: frame items onto a Cairo context whose unit is the point, origin at the page's top left.
#pragma once

#include <cairo.h>

#include <vector>

#include "base/result.h"
#include "frame/frame.h"
#include "output/paint/font_faces.h"

namespace nbpublish {

// Remembers the face and colour it set last (each call to Cairo costs more than a glyph), so nobody else
// may set them on the context while a painter is at work.
class Painter {
 public:
  // Borrows all three. Text is drawn as outlines, since Cairo 1.16 moves the glyphs of pixel fonts to whole pixels.
  Painter(cairo_t* context, const FontFaces& faces, const Theme& theme);

  // An Internal or Input error if a picture cannot be drawn; other failures show in cairo_status(context).
  Status paint(const FrameItem& item);

 private:
  void paint_run(const GlyphRun& run);
  void paint_turned(GlyphRun run);
  void paint_fill(const Fill& fill);
  void paint_path(const Path& path);
  void use_colour(ColourRole role);
  void use_font(FontId font, Length size);

  cairo_t* context_;
  const FontFaces& faces_;
  const Theme& theme_;
  int colour_ = -1;  // none set yet
  int font_ = -1;
  Length size_;
  std::vector<cairo_glyph_t> glyphs_;
};

}  // namespace nbpublish
