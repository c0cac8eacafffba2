// Rows of samples as a JPEG.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace nbpublish {

enum class JpegSamples : std::uint8_t { Gray, Bgrx };  // a byte each; four, as Cairo's RGB24 has them on a little-endian machine

struct JpegRows {
  std::uint32_t width = 0, height = 0;
  JpegSamples samples = JpegSamples::Gray;
  const unsigned char* first = nullptr;  // borrowed
  std::size_t stride = 0;                // bytes from row to row
};

// Chroma is kept in full. Throws std::runtime_error if libjpeg refuses.
std::string write_jpeg(const JpegRows& rows, int quality);

}  // namespace nbpublish
