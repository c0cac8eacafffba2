#include "output/png/write_jpeg.h"

#include <stdexcept>

#include "figure/jpeg_writer.h"

namespace nbpublish {
namespace {

constexpr int kQuality = 90;

}  // namespace

Result<std::string> write_jpeg(cairo_surface_t* surface) {
  cairo_surface_flush(surface);
  try {
    return write_jpeg({static_cast<std::uint32_t>(cairo_image_surface_get_width(surface)),
                       static_cast<std::uint32_t>(cairo_image_surface_get_height(surface)), JpegSamples::Bgrx,
                       cairo_image_surface_get_data(surface), static_cast<std::size_t>(cairo_image_surface_get_stride(surface))},
                      kQuality);
  } catch (const std::runtime_error& error) {
    return fail(ErrorKind::Internal, std::string("a page cannot be written as a JPEG: ") + error.what());
  }
}

}  // namespace nbpublish
