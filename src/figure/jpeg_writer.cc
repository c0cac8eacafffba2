#include "figure/jpeg_writer.h"

#include <cstdlib>

#include "figure/jpeg_errors.h"

namespace nbpublish {
namespace {

class JpegEncoder {
 public:
  JpegEncoder() {
    info_.err = throw_jpeg_errors(errors_);
    jpeg_create_compress(&info_);
    jpeg_mem_dest(&info_, &data_, &size_);
  }
  ~JpegEncoder() {
    jpeg_destroy_compress(&info_);
    std::free(data_);
  }
  JpegEncoder(const JpegEncoder&) = delete;
  JpegEncoder& operator=(const JpegEncoder&) = delete;

  std::string encode(const JpegRows& rows, int quality) {
    const bool is_gray = rows.samples == JpegSamples::Gray;
    info_.image_width = rows.width;
    info_.image_height = rows.height;
    info_.input_components = is_gray ? 1 : 4;
    info_.in_color_space = is_gray ? JCS_GRAYSCALE : JCS_EXT_BGRX;
    jpeg_set_defaults(&info_);
    jpeg_set_quality(&info_, quality, TRUE);
    info_.optimize_coding = TRUE;
    info_.comp_info[0].h_samp_factor = info_.comp_info[0].v_samp_factor = 1;
    jpeg_start_compress(&info_, TRUE);
    while (info_.next_scanline < info_.image_height) {
      JSAMPROW row = const_cast<JSAMPROW>(rows.first + rows.stride * info_.next_scanline);  // libjpeg only reads it
      jpeg_write_scanlines(&info_, &row, 1);
    }
    jpeg_finish_compress(&info_);
    return {reinterpret_cast<const char*>(data_), size_};
  }

 private:
  jpeg_error_mgr errors_{};
  jpeg_compress_struct info_{};
  unsigned char* data_ = nullptr;
  unsigned long size_ = 0;
};

}  // namespace

std::string write_jpeg(const JpegRows& rows, int quality) { return JpegEncoder().encode(rows, quality); }

}  // namespace nbpublish
