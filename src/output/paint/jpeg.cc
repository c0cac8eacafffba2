#include "output/paint/jpeg.h"

#include <cstdio>  // jpeglib.h needs it first

#include <jpeglib.h>

#include <stdexcept>

namespace nbpublish {
namespace {

// libjpeg's own handler ends the process; an exception passes through its C frames cleanly on this ABI
// (they are compiled with unwind tables) and unlike longjmp runs destructors.
[[noreturn]] void refuse(j_common_ptr info) {
  char message[JMSG_LENGTH_MAX];
  info->err->format_message(info, message);
  throw std::runtime_error(message);
}

class Decoder {
 public:
  explicit Decoder(std::string_view bytes) {
    info_.err = jpeg_std_error(&errors_);
    errors_.error_exit = refuse;
    errors_.emit_message = [](j_common_ptr, int) {};
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
    ImageSurface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(info_.output_width),
                                                    static_cast<int>(info_.output_height)));
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
