#include "output/paint/picture.h"

#include <librsvg/rsvg.h>

#include <memory>
#include <numbers>

#include "output/paint/raster_surface.h"

namespace nbpublish {
namespace {

// Pictures keep to their rectangle. Painting without a clip would also make Cairo forget what came before on
// a page that is still empty, tags included.
void clip_to(cairo_t* context, const Rect& rect) {
  cairo_rectangle(context, rect.x.points(), rect.y.points(), rect.width.points(), rect.height.points());
  cairo_clip(context);
}

Status paint_raster(cairo_t* context, const Picture& picture, const Rect& rect) {
  NBP_TRY_ASSIGN(const ImageSurface image, raster_surface(picture, cairo_get_target(context)));
  const double width = cairo_image_surface_get_width(image.get());
  const double height = cairo_image_surface_get_height(image.get());
  cairo_translate(context, rect.x.points(), rect.y.points());
  cairo_scale(context, rect.width.points() / width, rect.height.points() / height);
  cairo_set_source_surface(context, image.get(), 0, 0);
  if (cairo_surface_get_type(cairo_get_target(context)) == CAIRO_SURFACE_TYPE_PDF) {
    clip_to(context, {{}, {}, Length::pt(width), Length::pt(height)});
    cairo_paint(context);  // the only form in which a JPEG file passes through
  } else {
    cairo_pattern_set_extend(cairo_get_source(context), CAIRO_EXTEND_PAD);  // no pale seam at the edges
    cairo_rectangle(context, 0, 0, width, height);
    cairo_fill(context);
  }
  return {};
}

Error rsvg_error(GError* raw) {
  const std::unique_ptr<GError, decltype(&g_error_free)> error(raw, g_error_free);
  return {ErrorKind::Input, std::string("an SVG picture cannot be drawn: ") + (error ? error->message : "?"), {}};
}

Status paint_svg(cairo_t* context, const Picture& picture, const Rect& rect) {
  GError* error = nullptr;
  const std::unique_ptr<RsvgHandle, decltype(&g_object_unref)> handle(
      rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(picture.bytes.data()), picture.bytes.size(), &error), g_object_unref);
  if (!handle) return std::unexpected(rsvg_error(error));
  clip_to(context, rect);
  const RsvgRectangle viewport{rect.x.points(), rect.y.points(), rect.width.points(), rect.height.points()};
  if (!rsvg_handle_render_document(handle.get(), context, &viewport, &error)) {
    return std::unexpected(rsvg_error(error));
  }
  return {};
}

}  // namespace

Status paint_picture(cairo_t* context, const PlacedPicture& placed) {
  cairo_save(context);
  Rect rect = placed.rect;
  if (placed.turned) {
    cairo_translate(context, rect.x.points(), rect.bottom().points());
    cairo_rotate(context, -std::numbers::pi / 2);
    rect = {{}, {}, rect.height, rect.width};
  }
  Status result =
      placed.picture->kind == PictureKind::Svg ? paint_svg(context, *placed.picture, rect) : paint_raster(context, *placed.picture, rect);
  cairo_restore(context);
  return result;
}

}  // namespace nbpublish
