#include "output/paint/jpeg_surface.h"

#include "figure/jpeg_errors.h"

namespace nbpublish {
namespace {

class Decoder {
 public:
  explicit Decoder(std::string_view bytes) {
    info_.err = throw_jpeg_errors(errors_);
    jpeg_create_decompress(&info_);
    jpeg_mem_src(&info_, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  }
  ~Decoder() { jpeg_destroy_decompress(&info_); }
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;

  ImageSurface decode() {
    jpeg_read_header(&info_, TRUE);
    info_.out_color_space = JCS_EXT_BGRX;  // Cairo's RGB24 on a little-endian machine
    jpeg_start_decompress(&info_);
    ImageSurface surface(
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(info_.output_width), static_cast<int>(info_.output_height)));
    if (cairo_surface_status(surface.get()) == CAIRO_STATUS_SUCCESS) read_rows(surface.get());
    return surface;
  }

 private:
  void read_rows(cairo_surface_t* surface) {
    unsigned char* row = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    for (; info_.output_scanline < info_.output_height; row += stride) jpeg_read_scanlines(&info_, &row, 1);
    cairo_surface_mark_dirty(surface);
  }

  jpeg_error_mgr errors_{};
  jpeg_decompress_struct info_{};
};

}  // namespace

Result<ImageSurface> decode_jpeg(std::string_view bytes) {
  try {
    return Decoder(bytes).decode();
  } catch (const std::runtime_error& error) {
    return fail(ErrorKind::Input, std::string("a JPEG picture cannot be drawn: ") + error.what());
  }
}

}  // namespace nbpublish
