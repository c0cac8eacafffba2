// JPEG files in grays. As in output/paint/jpeg.cc libjpeg's errors are exceptions: they run destructors, and pass through its
// frames, which have unwind tables.
#include <cstdio>  // jpeglib.h needs it first

#include <jpeglib.h>

#include <cstdlib>
#include <stdexcept>

#include "figure/gray_raster.h"

namespace nbpublish {
namespace {

constexpr int kQuality = 92;  // differences from the decoded gray are under what 10-bit halftones show

[[noreturn]] void refuse(j_common_ptr info) {
  char message[JMSG_LENGTH_MAX];
  info->err->format_message(info, message);
  throw std::runtime_error(message);
}

void set_errors(jpeg_error_mgr& errors) {
  jpeg_std_error(&errors);
  errors.error_exit = refuse;
  errors.emit_message = [](j_common_ptr, int) {};
}

class GrayDecoder {
 public:
  explicit GrayDecoder(std::string_view bytes) {
    set_errors(errors_);
    info_.err = &errors_;
    jpeg_create_decompress(&info_);
    jpeg_mem_src(&info_, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  }
  ~GrayDecoder() { jpeg_destroy_decompress(&info_); }
  GrayDecoder(const GrayDecoder&) = delete;
  GrayDecoder& operator=(const GrayDecoder&) = delete;

  // Whether there are colours in it.
  bool read_header() {
    jpeg_read_header(&info_, TRUE);
    return info_.num_components != 1;
  }
  GrayPixels decode() {
    info_.out_color_space = JCS_GRAYSCALE;  // its luma: no conversion, the chroma is not even decoded
    jpeg_start_decompress(&info_);
    GrayPixels pixels{info_.output_width, info_.output_height, {}};
    pixels.samples.resize(std::size_t{pixels.width} * pixels.height);
    for (std::uint8_t* row = pixels.samples.data(); info_.output_scanline < info_.output_height; row += pixels.width)
      jpeg_read_scanlines(&info_, &row, 1);
    return pixels;
  }

 private:
  jpeg_error_mgr errors_{};
  jpeg_decompress_struct info_{};
};

class GrayEncoder {
 public:
  GrayEncoder() {
    set_errors(errors_);
    info_.err = &errors_;
    jpeg_create_compress(&info_);
    jpeg_mem_dest(&info_, &data_, &size_);
  }
  ~GrayEncoder() {
    jpeg_destroy_compress(&info_);
    std::free(data_);
  }
  GrayEncoder(const GrayEncoder&) = delete;
  GrayEncoder& operator=(const GrayEncoder&) = delete;

  std::string encode(GrayPixels pixels) {
    info_.image_width = pixels.width;
    info_.image_height = pixels.height;
    info_.input_components = 1;
    info_.in_color_space = JCS_GRAYSCALE;
    jpeg_set_defaults(&info_);
    jpeg_set_quality(&info_, kQuality, TRUE);
    info_.optimize_coding = TRUE;
    jpeg_start_compress(&info_, TRUE);
    for (std::uint8_t* row = pixels.samples.data(); info_.next_scanline < info_.image_height; row += pixels.width)
      jpeg_write_scanlines(&info_, &row, 1);
    jpeg_finish_compress(&info_);
    return std::string(reinterpret_cast<const char*>(data_), size_);
  }

 private:
  jpeg_error_mgr errors_{};
  jpeg_compress_struct info_{};
  unsigned char* data_ = nullptr;
  unsigned long size_ = 0;
};

}  // namespace

Result<std::string> gray_jpeg(std::string_view bytes) {
  try {
    GrayDecoder decoder(bytes);
    if (!decoder.read_header()) return std::string(bytes);
    return GrayEncoder().encode(decoder.decode());
  } catch (const std::runtime_error& error) {
    return fail(ErrorKind::Input, std::string("a JPEG picture cannot be made gray: ") + error.what());
  }
}

}  // namespace nbpublish
