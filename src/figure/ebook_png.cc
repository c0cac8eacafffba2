// PNG files for ebooks. Chunks: PNG Specification, third edition, sections 5 and 11.
#include <cairo.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>

#include "figure/ebook_raster.h"
#include "figure/gray_raster.h"

namespace nbpublish {
namespace {

constexpr Rgb kPaper{255, 255, 255};
constexpr std::size_t kPngSignatureSize = 8, kLength = 4, kChunkFrame = 12;  // bytes; around a chunk's data: length, type, checksum

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

struct PngFacts {
  std::uint64_t width = 0, height = 0;
  bool is_transparent = false;
  std::string slim;  // the file without chunks that do not change how its one picture looks
};

bool is_kept(std::string_view type) {
  static constexpr std::string_view kKept[] = {"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "pHYs"};
  return std::ranges::find(kKept, type) != std::end(kKept);
}

PngFacts facts_of(std::string_view bytes) {
  constexpr unsigned kAlpha = 4;  // a bit of the colour type
  PngFacts facts;
  facts.slim = bytes.substr(0, kPngSignatureSize);
  for (std::size_t at = kPngSignatureSize; at + kChunkFrame <= bytes.size();) {
    const std::size_t size = number_at(bytes, at) + kChunkFrame;
    if (size > bytes.size() - at) break;
    const std::string_view type = bytes.substr(at + kLength, 4), data = bytes.substr(at + 8, size - kChunkFrame);
    if (type == "IHDR" && data.size() >= 10) {
      facts.width = number_at(data, 0);
      facts.height = number_at(data, 4);
      facts.is_transparent = (static_cast<unsigned char>(data[9]) & kAlpha) != 0;
    }
    if (type == "tRNS") facts.is_transparent = true;
    if (is_kept(type)) facts.slim += bytes.substr(at, size);
    if (type == "IEND") break;
    at += size;
  }
  return facts;
}

using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
using Context = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;

cairo_status_t read_bytes(void* closure, unsigned char* out, unsigned length) {
  auto& rest = *static_cast<std::string_view*>(closure);
  if (length > rest.size()) return CAIRO_STATUS_READ_ERROR;
  std::memcpy(out, rest.data(), length);
  rest.remove_prefix(length);
  return CAIRO_STATUS_SUCCESS;
}

cairo_status_t append_bytes(void* closure, const unsigned char* data, unsigned length) {
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

std::unexpected<Error> refused(cairo_status_t status) {
  return fail(ErrorKind::Input, std::string("a PNG picture cannot be redrawn: ") + cairo_status_to_string(status));
}

// On the ground, in the given size.
Result<std::string> redrawn(std::string_view bytes, int width, int height, Rgb ground) {
  std::string_view rest = bytes;
  const Surface source(cairo_image_surface_create_from_png_stream(read_bytes, &rest), cairo_surface_destroy);
  if (const cairo_status_t status = cairo_surface_status(source.get()); status != CAIRO_STATUS_SUCCESS) return refused(status);
  const Surface target(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height), cairo_surface_destroy);
  const Context context(cairo_create(target.get()), cairo_destroy);
  cairo_set_source_rgb(context.get(), ground.r / 255.0, ground.g / 255.0, ground.b / 255.0);
  cairo_paint(context.get());
  cairo_scale(context.get(), static_cast<double>(width) / cairo_image_surface_get_width(source.get()),
              static_cast<double>(height) / cairo_image_surface_get_height(source.get()));
  cairo_set_source_surface(context.get(), source.get(), 0, 0);
  cairo_pattern_set_extend(cairo_get_source(context.get()), CAIRO_EXTEND_PAD);  // else the edges fade to the ground
  cairo_pattern_set_filter(cairo_get_source(context.get()), CAIRO_FILTER_GOOD);
  cairo_paint(context.get());
  std::string out;
  const cairo_status_t status = cairo_status(context.get()) == CAIRO_STATUS_SUCCESS
                                    ? cairo_surface_write_to_png_stream(target.get(), append_bytes, &out)
                                    : cairo_status(context.get());
  if (status != CAIRO_STATUS_SUCCESS) return refused(status);
  return out;
}

}  // namespace

Result<std::string> ebook_png(std::string_view bytes, std::uint64_t most_pixels) {
  PngFacts facts = facts_of(bytes);
  const std::uint64_t pixels = facts.width * facts.height;
  if (pixels <= most_pixels && !facts.is_transparent) return std::move(facts.slim);
  const double scale = pixels <= most_pixels ? 1 : std::sqrt(static_cast<double>(most_pixels) / static_cast<double>(pixels));
  const auto side = [&](std::uint64_t length) { return std::max(1, static_cast<int>(static_cast<double>(length) * scale)); };
  return redrawn(facts.slim, side(facts.width), side(facts.height), kPaper);
}

Result<std::string> opaque_png(std::string_view bytes, Rgb ground) {
  PngFacts facts = facts_of(bytes);
  if (!facts.is_transparent) return std::move(facts.slim);
  return redrawn(facts.slim, static_cast<int>(facts.width), static_cast<int>(facts.height), ground);
}

Result<std::string> ebook_raster(std::string_view bytes, std::uint64_t most_pixels) {
  return is_jpeg(bytes) ? ebook_jpeg(bytes, most_pixels) : ebook_png(bytes, most_pixels);
}

}  // namespace nbpublish
