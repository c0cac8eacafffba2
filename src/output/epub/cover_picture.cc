// Pictures on the cover, and the cover as a picture: the one file here that knows raster libraries.
#include <librsvg/rsvg.h>

#include <csetjmp>
#include <cstdio>
#include <cstring>

#include <jpeglib.h>

#include "output/epub/cover_canvas.h"

namespace nbpublish {
namespace {

constexpr int kJpegQuality = 90;

struct SurfaceDestroy {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, SurfaceDestroy>;

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

struct PngReader {
  std::string_view rest;
};
cairo_status_t read_png(void* closure, unsigned char* data, unsigned length) {
  auto* reader = static_cast<PngReader*>(closure);
  if (reader->rest.size() < length) return CAIRO_STATUS_READ_ERROR;
  std::memcpy(data, reader->rest.data(), length);
  reader->rest.remove_prefix(length);
  return CAIRO_STATUS_SUCCESS;
}

Surface decode_png(const Picture& picture) {
  PngReader reader{picture.bytes};
  return Surface(cairo_image_surface_create_from_png_stream(read_png, &reader));
}

// Everything that must outlive a longjmp is in the caller's frame.
bool decode_rows(jpeg_decompress_struct& info, JpegErrors& errors, const std::string& bytes,
                 cairo_surface_t* surface) {
  if (setjmp(errors.jump)) return false;
  jpeg_mem_src(&info, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  jpeg_read_header(&info, TRUE);
  info.out_color_space = JCS_EXT_BGRX;  // Cairo's RGB24 on little-endian machines
  jpeg_start_decompress(&info);
  if (static_cast<int>(info.output_width) != cairo_image_surface_get_width(surface) ||
      static_cast<int>(info.output_height) != cairo_image_surface_get_height(surface))
    return false;
  while (info.output_scanline < info.output_height) {
    JSAMPROW row = cairo_image_surface_get_data(surface) +
                   static_cast<std::size_t>(cairo_image_surface_get_stride(surface)) * info.output_scanline;
    jpeg_read_scanlines(&info, &row, 1);
  }
  jpeg_finish_decompress(&info);
  return true;
}

Surface decode_jpeg(const Picture& picture) {
  Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(picture.width_px),
                                             static_cast<int>(picture.height_px)));
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return nullptr;
  JpegErrors errors;
  jpeg_decompress_struct info{};
  info.err = catch_errors(errors);
  jpeg_create_decompress(&info);
  const bool is_whole = decode_rows(info, errors, picture.bytes, surface.get());
  jpeg_destroy_decompress(&info);
  cairo_surface_mark_dirty(surface.get());
  return is_whole ? std::move(surface) : nullptr;
}

bool draw_svg(cairo_t* cairo, const Picture& picture, double x, double y, double width) {
  RsvgHandle* handle = rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(picture.bytes.data()),
                                                 picture.bytes.size(), nullptr);
  if (!handle) return false;
  const RsvgRectangle viewport{x, y, width, width * aspect_of(picture)};
  const bool is_drawn = rsvg_handle_render_document(handle, cairo, &viewport, nullptr);
  g_object_unref(handle);
  return is_drawn;
}

bool draw_raster(cairo_t* cairo, const Surface& surface, double x, double y, double width) {
  if (!surface || cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return false;
  const double scale = width / cairo_image_surface_get_width(surface.get());
  cairo_save(cairo);
  cairo_translate(cairo, x, y);
  cairo_scale(cairo, scale, scale);
  cairo_set_source_surface(cairo, surface.get(), 0, 0);
  cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_BEST);
  cairo_pattern_set_extend(cairo_get_source(cairo), CAIRO_EXTEND_PAD);
  cairo_rectangle(cairo, 0, 0, cairo_image_surface_get_width(surface.get()),
                  cairo_image_surface_get_height(surface.get()));
  cairo_fill(cairo);
  cairo_restore(cairo);
  return true;
}

bool encode_rows(jpeg_compress_struct& info, JpegErrors& errors, cairo_surface_t* surface,
                 unsigned char** bytes, unsigned long* size) {
  if (setjmp(errors.jump)) return false;
  jpeg_mem_dest(&info, bytes, size);
  info.image_width = static_cast<JDIMENSION>(cairo_image_surface_get_width(surface));
  info.image_height = static_cast<JDIMENSION>(cairo_image_surface_get_height(surface));
  info.input_components = 4;
  info.in_color_space = JCS_EXT_BGRX;
  jpeg_set_defaults(&info);
  jpeg_set_quality(&info, kJpegQuality, TRUE);
  info.comp_info[0].h_samp_factor = info.comp_info[0].v_samp_factor =
      1;  // lettering wants full colour resolution
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

double aspect_of(const Picture& picture) {
  if (picture.kind == PictureKind::Svg)
    return picture.natural_size.height.points() / std::max(1.0, picture.natural_size.width.points());
  return static_cast<double>(picture.height_px) / std::max(1u, picture.width_px);
}

bool CoverCanvas::draw_picture(const Picture& picture, double x, double y, double width) {
  switch (picture.kind) {
    case PictureKind::Png:
      return draw_raster(cairo(), decode_png(picture), x, y, width);
    case PictureKind::Jpeg:
      return draw_raster(cairo(), decode_jpeg(picture), x, y, width);
    case PictureKind::Svg:
      return draw_svg(cairo(), picture, x, y, width);
  }
  return false;
}

Result<std::string> CoverCanvas::jpeg() {
  cairo_surface_flush(surface_.get());
  if (cairo_status(cairo()) != CAIRO_STATUS_SUCCESS)
    return fail(ErrorKind::Internal,
                std::string("the cover cannot be drawn: ") + cairo_status_to_string(cairo_status(cairo())));
  JpegErrors errors;
  jpeg_compress_struct info{};
  info.err = catch_errors(errors);
  jpeg_create_compress(&info);
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  const bool is_whole = encode_rows(info, errors, surface_.get(), &bytes, &size);
  jpeg_destroy_compress(&info);
  std::string file = is_whole ? std::string(reinterpret_cast<const char*>(bytes), size) : std::string();
  std::free(bytes);
  if (!is_whole) return fail(ErrorKind::Internal, "the cover cannot be written as a JPEG");
  return file;
}

}  // namespace nbpublish
