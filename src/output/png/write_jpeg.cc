#include "output/png/write_jpeg.h"

#include <csetjmp>
#include <cstdio>  // jpeglib.h needs it first
#include <cstdlib>

#include <jpeglib.h>

namespace nbpublish {
namespace {

constexpr int kQuality = 90;

// libjpeg's way out of an error is a jump back to the caller.
struct JpegErrors {
  jpeg_error_mgr base;
  std::jmp_buf jump;
};
[[noreturn]] void jump_out(j_common_ptr info) {
  std::longjmp(reinterpret_cast<JpegErrors*>(info->err)->jump, 1);
}
void stay_silent(j_common_ptr) {}

jpeg_error_mgr* catch_errors(JpegErrors& errors) {
  jpeg_std_error(&errors.base);
  errors.base.error_exit = jump_out;
  errors.base.output_message = stay_silent;
  return &errors.base;
}

// Everything that must outlive a longjmp is in the caller's frame.
bool encode_rows(jpeg_compress_struct& info, JpegErrors& errors, cairo_surface_t* surface,
                 unsigned char** bytes, unsigned long* size) {
  if (setjmp(errors.jump)) return false;
  jpeg_mem_dest(&info, bytes, size);
  info.image_width = static_cast<JDIMENSION>(cairo_image_surface_get_width(surface));
  info.image_height = static_cast<JDIMENSION>(cairo_image_surface_get_height(surface));
  info.input_components = 4;
  info.in_color_space = JCS_EXT_BGRX;  // Cairo's RGB24 on little-endian machines
  jpeg_set_defaults(&info);
  jpeg_set_quality(&info, kQuality, TRUE);
  info.comp_info[0].h_samp_factor = info.comp_info[0].v_samp_factor = 1;
  jpeg_start_compress(&info, TRUE);
  while (info.next_scanline < info.image_height) {
    JSAMPROW row = cairo_image_surface_get_data(surface) +
                   static_cast<std::size_t>(cairo_image_surface_get_stride(surface)) * info.next_scanline;
    jpeg_write_scanlines(&info, &row, 1);
  }
  jpeg_finish_compress(&info);
  return true;
}

}  // namespace

Result<std::string> write_jpeg(cairo_surface_t* surface) {
  cairo_surface_flush(surface);
  JpegErrors errors;
  jpeg_compress_struct info{};
  info.err = catch_errors(errors);
  jpeg_create_compress(&info);
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  const bool is_whole = encode_rows(info, errors, surface, &bytes, &size);
  jpeg_destroy_compress(&info);
  std::string file = is_whole ? std::string(reinterpret_cast<const char*>(bytes), size) : std::string();
  std::free(bytes);
  if (!is_whole) return fail(ErrorKind::Internal, "a page cannot be written as a JPEG");
  return file;
}

}  // namespace nbpublish
