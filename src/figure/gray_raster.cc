#include "figure/gray_raster.h"

#include <fmt/format.h>
#include <png.h>

namespace nbpublish {
namespace {

// libpng's simplified interface, which jumps nowhere.
class PngImage {
 public:
  PngImage() { image_.version = PNG_IMAGE_VERSION; }
  ~PngImage() { png_image_free(&image_); }
  PngImage(const PngImage&) = delete;
  PngImage& operator=(const PngImage&) = delete;
  png_image* operator->() { return &image_; }
  png_image* get() { return &image_; }

  std::unexpected<Error> failure() const {
    return fail(ErrorKind::Input, fmt::format("a PNG picture cannot be made gray: {}", image_.message));
  }

 private:
  png_image image_{};
};

Result<std::string> gray_of_png(std::string_view bytes) {
  PngImage image;
  if (png_image_begin_read_from_memory(image.get(), bytes.data(), bytes.size()) == 0) return image.failure();
  if (image->format == PNG_FORMAT_GRAY) return std::string(bytes);
  image->format = PNG_FORMAT_GRAY;
  GrayPixels pixels{image->width, image->height, std::vector<std::uint8_t>(PNG_IMAGE_SIZE(*image.get()))};
  const png_color white{255, 255, 255};
  if (png_image_finish_read(image.get(), &white, pixels.samples.data(), 0, nullptr) == 0) return image.failure();
  return gray_png(pixels);
}

}  // namespace

bool is_jpeg(std::string_view bytes) { return bytes.starts_with("\xFF\xD8\xFF"); }

Result<std::string> gray_raster(std::string_view bytes) { return is_jpeg(bytes) ? gray_jpeg(bytes) : gray_of_png(bytes); }

Result<std::string> gray_png(const GrayPixels& pixels) {
  PngImage image;
  image->width = pixels.width;
  image->height = pixels.height;
  image->format = PNG_FORMAT_GRAY;
  png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(*image.get());
  std::string bytes(size, '\0');
  if (png_image_write_to_memory(image.get(), bytes.data(), &size, 0, pixels.samples.data(), 0, nullptr) == 0) return image.failure();
  bytes.resize(size);
  bytes.shrink_to_fit();
  return bytes;
}

}  // namespace nbpublish
