// The pixels of a JPEG file. What a book's JPEGs are checked by is read_jpeg() in raster.h; this is for those that passed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "figure/jpeg_errors.h"
#include "figure/jpeg_writer.h"

namespace nbpublish {

// Each function throws std::runtime_error with libjpeg's message if that refuses the bytes.
class JpegReader {
 public:
  struct Size {
    std::uint32_t width = 0, height = 0;  // in pixels
    std::uint64_t pixels() const { return std::uint64_t{width} * height; }
  };

  // Reads the header. `bytes` must outlive it.
  explicit JpegReader(std::string_view bytes);

  bool is_gray() const { return codec_.info.num_components == 1; }
  Size size() const { return {codec_.info.image_width, codec_.info.image_height}; }
  // Makes read() scale to so many eighths, from 1 to 8; what it will then give.
  Size scale(unsigned eighths);

  // Once: all rows, the first of them to `first`, `stride` bytes from row to row. As Gray, colours are their luma: no conversion,
  // the chroma is not even decoded.
  void read(JpegSamples samples, unsigned char* first, std::size_t stride);

 private:
  // Frees what libjpeg has, also where reading the header throws.
  struct Codec {
    Codec() {
      info.err = throw_jpeg_errors(errors);
      jpeg_create_decompress(&info);
    }
    ~Codec() { jpeg_destroy_decompress(&info); }
    Codec(const Codec&) = delete;
    Codec& operator=(const Codec&) = delete;

    jpeg_error_mgr errors{};
    jpeg_decompress_struct info{};
  };
  Codec codec_;
};

}  // namespace nbpublish
