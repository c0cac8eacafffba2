// libpng's error handling by longjmp stays inside this file: between setjmp and the end of decode() no object
// with a destructor lives.
#include <fmt/format.h>
#include <png.h>

#include <cstring>
#include <vector>

#include "figure/raster.h"

namespace nbpublish {
namespace {

constexpr std::size_t kMaxChunk = 8u << 20;  // what a compressed text or profile chunk may unpack to
constexpr double kMetresPerInch = 0.0254;

struct Source {
  std::string_view bytes;
  std::size_t pos = 0;
};

void read_bytes(png_structp png, png_bytep out, std::size_t length) {
  auto* source = static_cast<Source*>(png_get_io_ptr(png));
  if (length > source->bytes.size() - source->pos) png_error(png, "the file ends too early");
  std::memcpy(out, source->bytes.data() + source->pos, length);
  source->pos += length;
}

void on_error(png_structp png, png_const_charp message) {
  *static_cast<std::string*>(png_get_error_ptr(png)) = message;
  png_longjmp(png, 1);
}
void on_warning(png_structp, png_const_charp) {}  // damaged ancillary chunks do not change the picture

class PngDecoder {
 public:
  explicit PngDecoder(std::string_view bytes) : source_{bytes} {
    png_ = png_create_read_struct(PNG_LIBPNG_VER_STRING, &error_, on_error, on_warning);
    info_ = png_ != nullptr ? png_create_info_struct(png_) : nullptr;
  }
  ~PngDecoder() { png_destroy_read_struct(&png_, &info_, nullptr); }
  PngDecoder(const PngDecoder&) = delete;
  PngDecoder& operator=(const PngDecoder&) = delete;

  Result<Raster> read(const PictureLimits& limits) {
    if (info_ == nullptr) return fail(ErrorKind::Internal, "libpng could not be set up");
    if (!read_header()) return damaged();
    NBP_TRY(check_pixels(raster_.width, raster_.height, limits));
    row_.resize(row_bytes_);
    if (!read_rows()) return damaged();
    return raster_;
  }

 private:
  std::unexpected<Error> damaged() const {
    return fail(ErrorKind::Input, fmt::format("the PNG is damaged: {}", error_), "export it again");
  }

  bool read_header() {
    if (setjmp(png_jmpbuf(png_)) != 0) return false;
    png_set_read_fn(png_, &source_, read_bytes);
    // Our own limits come with a better message; these only have to be no smaller.
    png_set_user_limits(png_, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
    png_set_chunk_malloc_max(png_, kMaxChunk);
    png_read_info(png_, info_);
    raster_.width = png_get_image_width(png_, info_);
    raster_.height = png_get_image_height(png_, info_);
    read_density();
    passes_ = png_set_interlace_handling(png_);
    png_read_update_info(png_, info_);
    row_bytes_ = png_get_rowbytes(png_, info_);
    return true;
  }

  void read_density() {
    png_uint_32 x = 0, y = 0;
    int unit = 0;
    if (png_get_pHYs(png_, info_, &x, &y, &unit) == 0 || unit != PNG_RESOLUTION_METER) return;
    raster_.ppi_x = x * kMetresPerInch;
    raster_.ppi_y = y * kMetresPerInch;
  }

  // Each row over the same buffer: only whether it can be read matters.
  bool read_rows() {
    if (setjmp(png_jmpbuf(png_)) != 0) return false;
    for (int pass = 0; pass < passes_; ++pass)
      for (std::uint32_t y = 0; y < raster_.height; ++y) png_read_row(png_, row_.data(), nullptr);
    png_read_end(png_, nullptr);
    return true;
  }

  std::string error_;
  Source source_;
  png_structp png_ = nullptr;
  png_infop info_ = nullptr;
  Raster raster_;
  int passes_ = 1;
  std::size_t row_bytes_ = 0;
  std::vector<png_byte> row_;
};

}  // namespace

Result<Raster> read_png(std::string_view bytes, const PictureLimits& limits) { return PngDecoder(bytes).read(limits); }

}  // namespace nbpublish
