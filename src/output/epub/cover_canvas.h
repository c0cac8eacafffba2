// The surface that covers are drawn on: shapes by Cairo, words by HarfBuzz's outlines.
#pragma once

#include <cairo.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/colour.h"
#include "base/result.h"
#include "figure/figure.h"
#include "text/shaper.h"

namespace nbpublish {

// Lengths are pixels, y grows downward.
class CoverCanvas {
 public:
  CoverCanvas(int width, int height, const FontLibrary& fonts);

  cairo_t* cairo() { return context_.get(); }
  void set_colour(Rgb colour, double alpha = 1);

  // Draws one line whose baseline starts at (x, y), in Inter.
  void draw_text(std::string_view text, double x, double y, double size, int weight);
  double text_width(std::string_view text, double size, int weight);
  // The text in lines that fit `width`, broken at spaces; a longer word stands alone.
  std::vector<std::string> break_lines(std::string_view text, double width, double size, int weight);

  // Draws the picture scaled to `width`; false if its bytes cannot be drawn.
  bool draw_picture(const Picture& picture, double x, double y, double width);

  // The surface as a JPEG file.
  Result<std::string> jpeg();

 private:
  struct Destroy {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* context) const { cairo_destroy(context); }
  };
  FontId face(int weight) const { return shaper_.fonts().find("Inter", weight, false); }

  std::unique_ptr<cairo_surface_t, Destroy> surface_;
  std::unique_ptr<cairo_t, Destroy> context_;
  Shaper shaper_;
};

// Height over width of a picture.
double aspect_of(const Picture& picture);

}  // namespace nbpublish
