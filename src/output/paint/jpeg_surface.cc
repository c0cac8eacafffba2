#include "output/paint/jpeg_surface.h"

#include <stdexcept>

#include "figure/jpeg_reader.h"

namespace nbpublish {

Result<ImageSurface> decode_jpeg(std::string_view bytes) {
  try {
    JpegReader reader(bytes);
    const JpegReader::Size size = reader.size();
    ImageSurface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(size.width), static_cast<int>(size.height)));
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return surface;
    reader.read(JpegSamples::Bgrx, cairo_image_surface_get_data(surface.get()),
                static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get())));
    cairo_surface_mark_dirty(surface.get());
    return surface;
  } catch (const std::runtime_error& error) {
    return fail(ErrorKind::Input, std::string("a JPEG picture cannot be drawn: ") + error.what());
  }
}

}  // namespace nbpublish
