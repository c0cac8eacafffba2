#include "pictures.h"

#include <png.h>

#include <cstdio>
#include <cstdlib>
#include <vector>

#include <jpeglib.h>

namespace nbpublish::test {
namespace {

void append_png(png_structp png, png_bytep data, std::size_t length) {
  static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<const char*>(data), length);
}
void flush_png(png_structp) {}

// Noise that compresses badly, so that cutting the file cuts the picture.
std::vector<unsigned char> noise(std::size_t size) {
  std::vector<unsigned char> bytes(size);
  std::uint32_t state = 1;
  for (auto& byte : bytes) byte = static_cast<unsigned char>((state = state * 1664525u + 1013904223u) >> 24);
  return bytes;
}

void append_number(std::string& out, std::uint32_t value, int size, bool big_endian) {
  for (int i = 0; i < size; ++i) out += static_cast<char>(value >> (8 * (big_endian ? size - 1 - i : i)));
}

}  // namespace

std::string make_png(std::uint32_t width, std::uint32_t height, PngOptions options) {
  std::string bytes;
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  png_infop info = png_create_info_struct(png);
  png_set_write_fn(png, &bytes, append_png, flush_png);
  png_set_IHDR(png, info, width, height, 8, PNG_COLOR_TYPE_RGB, options.interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  if (options.pixels_per_metre > 0) png_set_pHYs(png, info, options.pixels_per_metre, options.pixels_per_metre, PNG_RESOLUTION_METER);
  png_write_info(png, info);
  auto pixels = noise(std::size_t{3} * width * height);
  std::vector<png_bytep> rows;
  for (std::uint32_t y = 0; y < height; ++y) rows.push_back(pixels.data() + std::size_t{3} * width * y);
  png_write_image(png, rows.data());
  png_write_end(png, nullptr);
  png_destroy_write_struct(&png, &info);
  return bytes;
}

std::string png_header(std::uint32_t width, std::uint32_t height) {
  std::string chunk = "IHDR";
  append_number(chunk, width, 4, true);
  append_number(chunk, height, 4, true);
  chunk += std::string("\x08\x02\0\0\0", 5);
  std::uint32_t crc = 0xFFFFFFFF;
  for (const char c : chunk) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320u : 0);
  }
  std::string bytes("\x89PNG\r\n\x1a\n\0\0\0\x0D", 12);
  bytes += chunk;
  append_number(bytes, ~crc, 4, true);
  return bytes + std::string("\0\0\0\0IDAT\x35\xAF\x06\x1E", 12);
}

std::string make_jpeg(std::uint32_t width, std::uint32_t height, const JpegOptions& options) {
  jpeg_compress_struct jpeg{};
  jpeg_error_mgr error{};
  jpeg.err = jpeg_std_error(&error);
  jpeg_create_compress(&jpeg);
  unsigned char* out = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&jpeg, &out, &size);
  jpeg.image_width = width;
  jpeg.image_height = height;
  jpeg.input_components = options.components;
  jpeg.in_color_space = options.components == 1 ? JCS_GRAYSCALE : options.components == 3 ? JCS_RGB : JCS_CMYK;
  jpeg_set_defaults(&jpeg);
  if (options.progressive) jpeg_simple_progression(&jpeg);
  jpeg.arith_code = options.arithmetic ? TRUE : FALSE;
  jpeg.density_unit = static_cast<UINT8>(options.density_unit);
  jpeg.X_density = jpeg.Y_density = static_cast<UINT16>(options.density);
  jpeg_start_compress(&jpeg, TRUE);
  if (!options.exif.empty())
    jpeg_write_marker(&jpeg, JPEG_APP0 + 1, reinterpret_cast<const JOCTET*>(options.exif.data()),
                      static_cast<unsigned>(options.exif.size()));
  auto pixels = noise(static_cast<std::size_t>(options.components) * width * height);
  while (jpeg.next_scanline < height) {
    JSAMPROW row = pixels.data() + static_cast<std::size_t>(options.components) * width * jpeg.next_scanline;
    jpeg_write_scanlines(&jpeg, &row, 1);
  }
  jpeg_finish_compress(&jpeg);
  std::string bytes(reinterpret_cast<const char*>(out), size);
  jpeg_destroy_compress(&jpeg);
  std::free(out);
  return bytes;
}

std::string make_exif(int orientation, std::uint32_t ppi, bool big_endian) {
  constexpr std::uint32_t kRationals = 8 + 2 + 4 * 12 + 4;
  std::string tiff = big_endian ? "MM" : "II";
  append_number(tiff, 42, 2, big_endian);
  append_number(tiff, 8, 4, big_endian);
  append_number(tiff, 4, 2, big_endian);
  const auto entry = [&](std::uint32_t tag, std::uint32_t type, std::uint32_t value, int value_size) {
    append_number(tiff, tag, 2, big_endian);
    append_number(tiff, type, 2, big_endian);
    append_number(tiff, 1, 4, big_endian);
    append_number(tiff, value, value_size, big_endian);
    tiff.append(static_cast<std::size_t>(4 - value_size), '\0');
  };
  entry(0x0112, 3, static_cast<std::uint32_t>(orientation), 2);
  entry(0x011A, 5, kRationals, 4);
  entry(0x011B, 5, kRationals, 4);
  entry(0x0128, 3, 2, 2);
  append_number(tiff, 0, 4, big_endian);
  append_number(tiff, ppi * 10, 4, big_endian);
  append_number(tiff, 10, 4, big_endian);
  return std::string("Exif\0\0", 6) + tiff;
}

std::string base64(std::string_view bytes) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t bits = 0;
    for (std::size_t k = 0; k < 3; ++k) bits = (bits << 8) | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0u);
    for (std::size_t k = 0; k < 4; ++k) out += i + k <= bytes.size() ? kDigits[(bits >> (18 - 6 * k)) & 63] : '=';
  }
  return out;
}

}  // namespace nbpublish::test
