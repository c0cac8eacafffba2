#include "figure/svg_pixels.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "base/units.h"
#include "figure/svg_handle.h"

namespace nbpublish {
namespace {

constexpr int kMostPixels = 8000;  // a side: 13 inches

using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;

int pixels_of(Length length) {
  return std::clamp(static_cast<int>(std::lround(length.points() / kPointsPerInch * kLineArtPpi)), 1, kMostPixels);
}

void fill_white(cairo_surface_t* surface) {
  std::memset(cairo_image_surface_get_data(surface), 0xFF,
              static_cast<std::size_t>(cairo_image_surface_get_stride(surface)) *
                  static_cast<std::size_t>(cairo_image_surface_get_height(surface)));
  cairo_surface_mark_dirty(surface);
}

// Rec. 709's weights of the stored values. The drawing's colours are grays already; only filters can have made others.
std::uint8_t gray_of_pixel(const unsigned char* bgrx) {
  return static_cast<std::uint8_t>((bgrx[2] * 2126 + bgrx[1] * 7152 + bgrx[0] * 722 + 5000) / 10000);
}

GrayPixels gray_pixels(cairo_surface_t* surface) {
  cairo_surface_flush(surface);
  const int width = cairo_image_surface_get_width(surface), height = cairo_image_surface_get_height(surface);
  GrayPixels out{static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(height), {}};
  out.samples.reserve(std::size_t{out.width} * out.height);
  const unsigned char* row = cairo_image_surface_get_data(surface);
  for (int y = 0; y < height; ++y, row += cairo_image_surface_get_stride(surface))
    for (int x = 0; x < width; ++x) out.samples.push_back(gray_of_pixel(row + 4 * x));
  return out;
}

}  // namespace

Result<GrayPixels> svg_pixels(const std::string& svg, Size printed) {
  NBP_TRY_ASSIGN(const SvgHandle handle, load_svg(svg));
  const int width = pixels_of(printed.width), height = pixels_of(printed.height);
  const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height), cairo_surface_destroy);
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS)
    return fail(ErrorKind::Environment, "no memory for the pixels of a drawing");
  fill_white(surface.get());
  NBP_TRY(draw_svg(handle.get(), surface.get(), width, height));
  return gray_pixels(surface.get());
}

}  // namespace nbpublish
