#include "output/pdf/picture_surface.h"

#include <cairo-pdf.h>

#include "output/paint/picture.h"

namespace nbpublish {
namespace {

// For SVG filters and what else Cairo cannot write as vectors.
constexpr double kFallbackDpi = 300;

cairo_status_t append_bytes(void* closure, const unsigned char* data, unsigned length) {
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

Status checked(cairo_status_t status) {
  if (status == CAIRO_STATUS_SUCCESS) return {};
  return fail(ErrorKind::Internal, std::string("Cairo: ") + cairo_status_to_string(status));
}

}  // namespace

PictureSurface::PictureSurface()
    : surface_(cairo_pdf_surface_create_for_stream(append_bytes, &bytes_, 1, 1), cairo_surface_destroy),
      context_(cairo_create(surface_.get()), cairo_destroy) {
  cairo_surface_set_fallback_resolution(surface_.get(), kFallbackDpi, kFallbackDpi);
  // Otherwise Cairo asks the clock.
  cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_CREATE_DATE, "1970-01-01T00:00:00Z");
}

Status PictureSurface::draw(PlacedPicture placed) {
  placed.rect.x = placed.rect.y = {};
  cairo_pdf_surface_set_size(surface_.get(), placed.rect.width.points(), placed.rect.height.points());
  NBP_TRY(paint_picture(context_.get(), placed));
  cairo_show_page(context_.get());
  return checked(cairo_status(context_.get()));
}

Result<std::string> PictureSurface::finish() {
  cairo_surface_finish(surface_.get());
  NBP_TRY(checked(cairo_surface_status(surface_.get())));
  return std::move(bytes_);
}

}  // namespace nbpublish
