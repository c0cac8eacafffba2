// JPEG files for ebooks. Markers: ITU-T T.81, annex B.
#include <algorithm>
#include <stdexcept>
#include <vector>

#include "figure/ebook_raster.h"
#include "figure/jpeg_reader.h"

namespace nbpublish {
namespace {

constexpr int kEbookQuality = 90;
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

// At the most eighths that do not exceed the limit, at least one.
std::string scaled(JpegReader& reader, std::uint64_t most_pixels) {
  unsigned eighths = kEighths;
  JpegReader::Size size = reader.scale(eighths);
  while (eighths > 1 && size.pixels() > most_pixels) size = reader.scale(--eighths);
  const std::size_t stride = std::size_t{size.width} * (reader.is_gray() ? 1 : 4);
  const JpegSamples kind = reader.is_gray() ? JpegSamples::Gray : JpegSamples::Bgrx;
  std::vector<unsigned char> samples(stride * size.height);
  reader.read(kind, samples.data(), stride);
  return write_jpeg({size.width, size.height, kind, samples.data(), stride}, kEbookQuality);
}

}  // namespace

Result<std::string> ebook_jpeg(std::string_view bytes, std::uint64_t most_pixels) {
  try {
    JpegReader reader(bytes);
    return reader.size().pixels() > most_pixels ? scaled(reader, most_pixels) : without_metadata(bytes);
  } catch (const std::runtime_error& error) {
    return fail(ErrorKind::Input, std::string("a JPEG picture cannot be scaled down: ") + error.what());
  }
}

}  // namespace nbpublish
