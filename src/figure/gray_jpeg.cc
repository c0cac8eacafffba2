// JPEG files in grays.
#include <stdexcept>

#include "figure/gray_raster.h"
#include "figure/jpeg_reader.h"

namespace nbpublish {
namespace {

constexpr int kGrayQuality = 92;  // differences from the decoded gray are under what 10-bit halftones show

}  // namespace

Result<std::string> gray_jpeg(std::string_view bytes) {
  try {
    JpegReader reader(bytes);
    if (reader.is_gray()) return std::string(bytes);
    GrayPixels pixels{reader.size().width, reader.size().height, {}};
    pixels.samples.resize(reader.size().pixels());
    reader.read(JpegSamples::Gray, pixels.samples.data(), pixels.width);
    return write_jpeg({pixels.width, pixels.height, JpegSamples::Gray, pixels.samples.data(), pixels.width}, kGrayQuality);
  } catch (const std::runtime_error& error) {
    return fail(ErrorKind::Input, std::string("a JPEG picture cannot be made gray: ") + error.what());
  }
}

}  // namespace nbpublish
