// JPEG files for ebooks. Markers: ITU-T T.81, annex B.
#include <algorithm>
#include <stdexcept>
#include <vector>

#include "figure/ebook_raster.h"
#include "figure/jpeg_errors.h"
#include "figure/jpeg_writer.h"

namespace nbpublish {
namespace {

constexpr int kQuality = 90;
constexpr unsigned kEighths = 8;  // libjpeg decodes at multiples of an eighth

unsigned byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

// Kept: JFIF, ICC profiles, Adobe's colour transform; and all that decoding needs.
bool is_kept(unsigned marker, std::string_view content) {
  constexpr unsigned kApp0 = 0xE0, kApp2 = 0xE2, kApp14 = 0xEE, kApp15 = 0xEF, kComment = 0xFE;
  if (marker == kComment) return false;
  if (marker < kApp0 || marker > kApp15 || marker == kApp0 || marker == kApp14) return true;
  return marker == kApp2 && content.starts_with("ICC_PROFILE");
}

std::string without_metadata(std::string_view bytes) {
  constexpr unsigned kScan = 0xDA;
  std::string out(bytes.substr(0, 2));
  std::size_t at = 2;
  while (at + 4 <= bytes.size() && byte_at(bytes, at) == 0xFF) {
    const unsigned marker = byte_at(bytes, at + 1);
    const std::size_t length = byte_at(bytes, at + 2) * 256 + byte_at(bytes, at + 3);  // with its own two bytes
    if (marker == kScan || marker == 0xFF || at + 2 + length > bytes.size()) break;
    const std::string_view segment = bytes.substr(at, 2 + length);
    if (is_kept(marker, segment.substr(std::min<std::size_t>(4, segment.size())))) out += segment;
    at += segment.size();
  }
  return out.append(bytes.substr(at));
}

// Frees what libjpeg has, also where reading the header throws.
class Decompressor {
 public:
  Decompressor() {
    info_.err = throw_jpeg_errors(errors_);
    jpeg_create_decompress(&info_);
  }
  ~Decompressor() { jpeg_destroy_decompress(&info_); }
  Decompressor(const Decompressor&) = delete;
  Decompressor& operator=(const Decompressor&) = delete;

 protected:
  jpeg_error_mgr errors_{};
  jpeg_decompress_struct info_{};
};

class ScalingDecoder : Decompressor {
 public:
  explicit ScalingDecoder(std::string_view bytes) {
    jpeg_mem_src(&info_, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    jpeg_read_header(&info_, TRUE);
  }

  std::uint64_t pixels() const { return std::uint64_t{info_.image_width} * info_.image_height; }

  // At the most eighths that do not exceed the limit, at least one.
  std::string scaled(std::uint64_t most_pixels) {
    const bool is_gray = info_.num_components == 1;
    info_.out_color_space = is_gray ? JCS_GRAYSCALE : JCS_EXT_BGRX;
    info_.scale_denom = kEighths;
    for (info_.scale_num = kEighths; info_.scale_num > 0; --info_.scale_num) {
      jpeg_calc_output_dimensions(&info_);
      if (info_.scale_num == 1 || std::uint64_t{info_.output_width} * info_.output_height <= most_pixels) break;
    }
    jpeg_start_decompress(&info_);
    const std::size_t stride = std::size_t{info_.output_width} * (is_gray ? 1 : 4);
    std::vector<unsigned char> samples(stride * info_.output_height);
    for (unsigned char* row = samples.data(); info_.output_scanline < info_.output_height; row += stride)
      jpeg_read_scanlines(&info_, &row, 1);
    return write_jpeg({info_.output_width, info_.output_height, is_gray ? JpegSamples::Gray : JpegSamples::Bgrx, samples.data(), stride},
                      kQuality);
  }
};

}  // namespace

Result<std::string> ebook_jpeg(std::string_view bytes, std::uint64_t most_pixels) {
  try {
    ScalingDecoder decoder(bytes);
    return decoder.pixels() > most_pixels ? decoder.scaled(most_pixels) : without_metadata(bytes);
  } catch (const std::runtime_error& error) {
    return fail(ErrorKind::Input, std::string("a JPEG picture cannot be scaled down: ") + error.what());
  }
}

}  // namespace nbpublish
