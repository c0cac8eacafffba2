#include "output/paint/raster_surface.h"

#include <cstring>
#include <new>
#include <string_view>

#include "output/paint/jpeg_surface.h"

namespace nbpublish {
namespace {

cairo_status_t read_bytes(void* closure, unsigned char* out, unsigned length) {
  auto& rest = *static_cast<std::string_view*>(closure);
  if (rest.size() < length) return CAIRO_STATUS_READ_ERROR;
  std::memcpy(out, rest.data(), length);
  rest.remove_prefix(length);
  return CAIRO_STATUS_SUCCESS;
}

Result<ImageSurface> checked(ImageSurface surface, std::string_view format) {
  if (const cairo_status_t status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS) {
    return fail(ErrorKind::Input, std::string("a ") + std::string(format) + " picture cannot be drawn: " + cairo_status_to_string(status));
  }
  return surface;
}

Result<ImageSurface> png_surface(std::string_view bytes) {
  return checked(ImageSurface(cairo_image_surface_create_from_png_stream(read_bytes, &bytes)), "PNG");
}

// The pixels are never touched, so this large surface takes no memory.
Result<ImageSurface> undecoded_jpeg(const Picture& picture) {
  ImageSurface surface(
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(picture.width_px), static_cast<int>(picture.height_px)));
  auto copy = std::make_unique<std::string>(picture.bytes);
  auto* data = reinterpret_cast<const unsigned char*>(copy->data());
  const auto status = cairo_surface_set_mime_data(
      surface.get(), CAIRO_MIME_TYPE_JPEG, data, copy->size(), [](void* owned) { delete static_cast<std::string*>(owned); }, copy.get());
  if (status != CAIRO_STATUS_SUCCESS) return fail(ErrorKind::Internal, cairo_status_to_string(status));
  static_cast<void>(copy.release());  // Cairo deletes it
  return checked(std::move(surface), "JPEG");
}

}  // namespace

Result<ImageSurface> raster_surface(const Picture& picture, cairo_surface_t* target) {
  if (picture.kind == PictureKind::Png) return png_surface(picture.bytes);
  if (cairo_surface_supports_mime_type(target, CAIRO_MIME_TYPE_JPEG)) return undecoded_jpeg(picture);
  NBP_TRY_ASSIGN(ImageSurface surface, decode_jpeg(picture.bytes));
  return checked(std::move(surface), "JPEG");
}

}  // namespace nbpublish
