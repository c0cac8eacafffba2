#include "figure/exif.h"

#include <cstddef>
#include <cstdint>

#include "base/units.h"

namespace nbpublish {
namespace {

constexpr std::string_view kExifSignature{"Exif\0\0", 6};
constexpr std::uint16_t kOrientation = 0x0112, kXResolution = 0x011A, kYResolution = 0x011B, kResolutionUnit = 0x0128;
constexpr std::uint32_t kCentimetres = 3;
constexpr std::size_t kEntrySize = 12;

// Unsigned numbers of either byte order; 0 beyond the end.
class TiffBytes {
 public:
  explicit TiffBytes(std::string_view bytes) : bytes_(bytes), little_(bytes.starts_with("II")) {}

  std::uint32_t number(std::size_t at, std::size_t size) const {
    if (at > bytes_.size() || size > bytes_.size() - at) return 0;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i) value = (value << 8) | static_cast<unsigned char>(bytes_[at + (little_ ? size - 1 - i : i)]);
    return value;
  }
  double rational(std::size_t at) const {
    const std::uint32_t denominator = number(at + 4, 4);
    return denominator == 0 ? 0 : static_cast<double>(number(at, 4)) / denominator;
  }

 private:
  std::string_view bytes_;
  bool little_;
};

}  // namespace

Exif read_exif(std::string_view segment) {
  Exif exif;
  if (!segment.starts_with(kExifSignature)) return exif;
  const TiffBytes tiff(segment.substr(kExifSignature.size()));
  const std::size_t directory = tiff.number(4, 4), count = tiff.number(directory, 2);
  double scale = 1;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t entry = directory + 2 + i * kEntrySize;
    switch (tiff.number(entry, 2)) {
      case kOrientation:
        exif.orientation = static_cast<int>(tiff.number(entry + 8, 2));
        break;
      case kXResolution:
        exif.ppi_x = tiff.rational(tiff.number(entry + 8, 4));
        break;
      case kYResolution:
        exif.ppi_y = tiff.rational(tiff.number(entry + 8, 4));
        break;
      case kResolutionUnit:
        scale = tiff.number(entry + 8, 2) == kCentimetres ? kCentimetresPerInch : 1;
        break;
      default:
        break;
    }
  }
  exif.ppi_x *= scale;
  exif.ppi_y *= scale;
  if (exif.orientation < 1 || exif.orientation > 8) exif.orientation = 1;
  return exif;
}

}  // namespace nbpublish
