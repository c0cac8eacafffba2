// Small pictures made in memory.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace nbpublish::test {

struct PngOptions {
  std::uint32_t pixels_per_metre = 0;  // pHYs; 0: none
  bool interlaced = false;
};
std::string make_png(std::uint32_t width, std::uint32_t height, PngOptions options = {});

// A PNG of only a header that announces width x height.
std::string png_header(std::uint32_t width, std::uint32_t height);

struct JpegOptions {
  int components = 3;  // 1 gray, 3 RGB, 4 CMYK
  bool progressive = false;
  bool arithmetic = false;
  int density_unit = 0, density = 1;  // JFIF: 1 per inch, 2 per centimetre
  std::string exif = {};              // content of an APP1 segment
};
std::string make_jpeg(std::uint32_t width, std::uint32_t height, const JpegOptions& options = {});

// An APP1 content with an orientation and a resolution per inch; big-endian if asked.
std::string make_exif(int orientation, std::uint32_t ppi, bool big_endian = false);

std::string base64(std::string_view bytes);

}  // namespace nbpublish::test
