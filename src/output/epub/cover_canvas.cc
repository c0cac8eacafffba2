#include "output/epub/cover_canvas.h"

#include <hb.h>

namespace nbpublish {
namespace {

// Glyph outlines come in units of the em with y upward; the path is built in the canvas's pixels.
struct OutlinePen {
  cairo_t* cairo;
  double x, y, scale;
  double px(float v) const { return x + v * scale; }
  double py(float v) const { return y - v * scale; }
};

void move_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
  const auto* pen = static_cast<OutlinePen*>(data);
  cairo_move_to(pen->cairo, pen->px(x), pen->py(y));
}
void line_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
  const auto* pen = static_cast<OutlinePen*>(data);
  cairo_line_to(pen->cairo, pen->px(x), pen->py(y));
}
void cubic_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x1, float y1, float x2, float y2, float x,
              float y, void*) {
  const auto* pen = static_cast<OutlinePen*>(data);
  cairo_curve_to(pen->cairo, pen->px(x1), pen->py(y1), pen->px(x2), pen->py(y2), pen->px(x), pen->py(y));
}
void close_path(hb_draw_funcs_t*, void* data, hb_draw_state_t*, void*) {
  cairo_close_path(static_cast<OutlinePen*>(data)->cairo);
}

// Quadratic curves are left out: HarfBuzz then gives them as cubic ones.
hb_draw_funcs_t* make_draw_functions() {
  hb_draw_funcs_t* functions = hb_draw_funcs_create();
  hb_draw_funcs_set_move_to_func(functions, move_to, nullptr, nullptr);
  hb_draw_funcs_set_line_to_func(functions, line_to, nullptr, nullptr);
  hb_draw_funcs_set_cubic_to_func(functions, cubic_to, nullptr, nullptr);
  hb_draw_funcs_set_close_path_func(functions, close_path, nullptr, nullptr);
  hb_draw_funcs_make_immutable(functions);
  return functions;
}

hb_draw_funcs_t* draw_functions() {
  static const std::unique_ptr<hb_draw_funcs_t, void (*)(hb_draw_funcs_t*)> functions(make_draw_functions(),
                                                                                      hb_draw_funcs_destroy);
  return functions.get();
}

}  // namespace

CoverCanvas::CoverCanvas(int width, int height, const FontLibrary& fonts)
    : surface_(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height)),
      context_(cairo_create(surface_.get())),
      shaper_(fonts) {}

void CoverCanvas::set_colour(Rgb colour, double alpha) {
  cairo_set_source_rgba(cairo(), colour.r / 255.0, colour.g / 255.0, colour.b / 255.0, alpha);
}

void CoverCanvas::draw_text(std::string_view text, double x, double y, double size, int weight) {
  cairo_new_path(cairo());
  for (const ShapedRun& run : shaper_.shape(face(weight), Features::Text, text)) {
    const double scale = size / shaper_.fonts().units_per_em(run.font);
    for (const ShapedGlyph& glyph : run.glyphs) {
      OutlinePen pen{cairo(), x + glyph.dx * scale, y - glyph.dy * scale, scale};
      hb_font_get_glyph_shape(shaper_.fonts().hb_font(run.font), glyph.id, draw_functions(), &pen);
      x += glyph.advance * scale;
    }
  }
  cairo_fill(cairo());
}

double CoverCanvas::text_width(std::string_view text, double size, int weight) {
  double width = 0;
  for (const ShapedRun& run : shaper_.shape(face(weight), Features::Text, text))
    width += static_cast<double>(run.advance) * size / shaper_.fonts().units_per_em(run.font);
  return width;
}

std::vector<std::string> CoverCanvas::break_lines(std::string_view text, double width, double size,
                                                  int weight) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::string word(text.substr(begin, end - begin));
    begin = end + 1;
    if (word.empty()) continue;
    const std::string joined = lines.empty() ? word : lines.back() + ' ' + word;
    if (lines.empty() || text_width(joined, size, weight) > width)
      lines.push_back(word);
    else
      lines.back() = joined;
  }
  return lines;
}

}  // namespace nbpublish
