#include "output/png/render_page.h"

#include <cmath>

#include "base/units.h"
#include "output/paint/painter.h"
#include "output/paint/raster_surface.h"
#include "output/png/write_jpeg.h"

namespace nbpublish {
namespace {

ImageSurface blank_surface(Size trim, double scale) {
  return ImageSurface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(std::ceil(trim.width.points() * scale)),
                                                 static_cast<int>(std::ceil(trim.height.points() * scale))));
}

// As in print: outlines and advances exactly as laid out.
void switch_hinting_off(cairo_t* context) {
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  cairo_set_font_options(context, options);
  cairo_font_options_destroy(options);
}

Status paint_page(cairo_t* context, const Page& page, const FontFaces& faces, const Theme& theme) {
  const Rgb paper = theme[ColourRole::Paper];
  cairo_set_source_rgb(context, paper.r / 255.0, paper.g / 255.0, paper.b / 255.0);
  cairo_paint(context);
  Painter painter(context, faces, theme);
  const double across = page.across.points();
  cairo_translate(context, across, 0);
  for (const FrameItem& item : page.items) {
    if (item.tag == kArtifact) NBP_TRY(painter.paint(item));
  }
  cairo_translate(context, -across, 0);
  for (const FrameItem& item : page.furniture) NBP_TRY(painter.paint(item));
  cairo_translate(context, across, 0);
  for (const FrameItem& item : page.items) {
    if (item.tag != kArtifact) NBP_TRY(painter.paint(item));
  }
  if (const cairo_status_t status = cairo_status(context); status != CAIRO_STATUS_SUCCESS) {
    return fail(ErrorKind::Internal, std::string("Cairo: ") + cairo_status_to_string(status));
  }
  return {};
}

Result<ImageSurface> render(const Page& page, Size trim, const FontLibrary& fonts, const Theme& theme, double dpi) {
  NBP_TRY_ASSIGN(const std::unique_ptr<FontFaces> faces, FontFaces::open(fonts));
  const double scale = dpi / kPointsPerInch;
  ImageSurface surface = blank_surface(trim, scale);
  const std::unique_ptr<cairo_t, decltype(&cairo_destroy)> context(cairo_create(surface.get()), cairo_destroy);
  cairo_scale(context.get(), scale, scale);
  switch_hinting_off(context.get());
  NBP_TRY(paint_page(context.get(), page, *faces, theme));
  return surface;
}

cairo_status_t append(void* closure, const unsigned char* data, unsigned length) {
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace

Result<std::string> render_page_png(const Page& page, Size trim, const FontLibrary& fonts, const Theme& theme, double dpi) {
  NBP_TRY_ASSIGN(const ImageSurface surface, render(page, trim, fonts, theme, dpi));
  std::string bytes;
  if (cairo_surface_write_to_png_stream(surface.get(), append, &bytes) != CAIRO_STATUS_SUCCESS) {
    return fail(ErrorKind::Internal, "Cairo cannot write a PNG file");
  }
  return bytes;
}

Result<std::string> render_page_jpeg(const Page& page, Size trim, const FontLibrary& fonts, const Theme& theme, double dpi) {
  NBP_TRY_ASSIGN(const ImageSurface surface, render(page, trim, fonts, theme, dpi));
  return write_jpeg(surface.get());
}

}  // namespace nbpublish
