// JPEG files in grays.
#include <stdexcept>

#include "figure/gray_raster.h"
#include "figure/jpeg_errors.h"
#include "figure/jpeg_writer.h"

namespace nbpublish {
namespace {

constexpr int kQuality = 92;  // differences from the decoded gray are under what 10-bit halftones show

class GrayDecoder {
 public:
  explicit GrayDecoder(std::string_view bytes) {
    info_.err = throw_jpeg_errors(errors_);
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

}  // namespace

Result<std::string> gray_jpeg(std::string_view bytes) {
  try {
    GrayDecoder decoder(bytes);
    if (!decoder.read_header()) return std::string(bytes);
    const GrayPixels pixels = decoder.decode();
    return write_jpeg({pixels.width, pixels.height, JpegSamples::Gray, pixels.samples.data(), pixels.width}, kQuality);
  } catch (const std::runtime_error& error) {
    return fail(ErrorKind::Input, std::string("a JPEG picture cannot be made gray: ") + error.what());
  }
}

}  // namespace nbpublish
