#include "figure/ebook_raster.h"

#include <cairo.h>
#include <catch2/catch.hpp>

#include "figure/figure.h"
#include "pictures.h"

using namespace nbpublish;
using namespace nbpublish::test;
using namespace std::string_literals;

namespace {

constexpr std::uint64_t kMany = 4'000'000;

std::string chunk(const std::string& type, const std::string& data) {
  const std::size_t n = data.size();
  std::string out;
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(n >> shift & 0xFF);
  return out + type + data + "\0\0\0\0"s;  // nobody checks the sum of a chunk that is dropped
}

// Behind IHDR: signature, and a chunk of 13 bytes.
std::string with_chunk(std::string png, const std::string& more) { return png.insert(8 + 12 + 13, more); }

cairo_status_t append(void* closure, const unsigned char* data, unsigned length) {
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

// A square whose left half is black and whose right half is transparent.
std::string half_transparent(int side) {
  cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, side, side);
  cairo_t* context = cairo_create(surface);
  cairo_rectangle(context, 0, 0, side / 2.0, side);
  cairo_fill(context);
  cairo_destroy(context);
  std::string bytes;
  cairo_surface_write_to_png_stream(surface, append, &bytes);
  cairo_surface_destroy(surface);
  return bytes;
}

struct Pixels {
  explicit Pixels(const std::string& png) {
    std::string_view rest = png;
    surface = cairo_image_surface_create_from_png_stream(
        [](void* closure, unsigned char* out, unsigned length) {
          auto& bytes = *static_cast<std::string_view*>(closure);
          bytes.copy(reinterpret_cast<char*>(out), length);
          bytes.remove_prefix(length);
          return CAIRO_STATUS_SUCCESS;
        },
        &rest);
    REQUIRE(cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS);
  }
  ~Pixels() { cairo_surface_destroy(surface); }
  Pixels(const Pixels&) = delete;
  Pixels& operator=(const Pixels&) = delete;

  int blue_at(int x, int y) const { return cairo_image_surface_get_data(surface)[y * cairo_image_surface_get_stride(surface) + 4 * x]; }
  cairo_surface_t* surface = nullptr;
};

}  // namespace

TEST_CASE("a picture that is fit already keeps its bytes") {
  const std::string png = make_png(30, 20), jpeg = make_jpeg(30, 20);
  CHECK(*ebook_raster(png, kMany) == png);
  CHECK(*ebook_raster(jpeg, kMany) == jpeg);
}

TEST_CASE("what only cameras and editors read is taken out, the picture itself not touched") {
  const std::string png = make_png(30, 20);
  CHECK(*ebook_raster(with_chunk(png, chunk("eXIf", "secret") + chunk("tEXt", "Author\0me"s) + chunk("acTL", "12345678")), kMany) == png);
  const std::string jpeg = make_jpeg(30, 20), tagged = make_jpeg(30, 20, {.exif = make_exif(1, 300)});
  REQUIRE(tagged != jpeg);
  CHECK(*ebook_raster(tagged, kMany) == jpeg);
}

TEST_CASE("transparent parts become white") {
  const std::string flat = *ebook_raster(half_transparent(40), kMany);
  const Pixels pixels(flat);
  CHECK(cairo_image_surface_get_format(pixels.surface) == CAIRO_FORMAT_RGB24);
  CHECK(pixels.blue_at(5, 20) == 0);
  CHECK(pixels.blue_at(35, 20) == 255);
}

TEST_CASE("a picture of too many pixels is scaled down in its proportions, its edges kept") {
  const Result<PicturePtr> png = read_picture(*ebook_raster(half_transparent(40), 400));
  REQUIRE(png);
  CHECK((*png)->width_px == 20);
  CHECK((*png)->height_px == 20);
  CHECK(Pixels((*png)->bytes).blue_at(0, 0) == 0);
  CHECK(Pixels((*png)->bytes).blue_at(19, 19) == 255);

  const Result<PicturePtr> jpeg = read_picture(*ebook_raster(make_jpeg(64, 32), 1000));
  REQUIRE(jpeg);
  CHECK((*jpeg)->kind == PictureKind::Jpeg);
  CHECK((*jpeg)->width_px == 40);
  CHECK((*jpeg)->height_px == 20);
  CHECK(*ebook_raster(make_jpeg(64, 32), 1000) == (*jpeg)->bytes);
}

TEST_CASE("cut off pictures are errors, or stay what they are") {
  for (const std::string& whole : {half_transparent(40), make_jpeg(64, 32, {.exif = make_exif(1, 300)}), make_png(30, 20)})
    for (std::size_t size = 0; size < whole.size(); size += 7) {
      const Result<std::string> cut = ebook_raster(whole.substr(0, size), 100);
      if (cut) CHECK(cut->size() <= whole.size() + 4096);
    }
}

TEST_CASE("a ground shows through a picture that must be opaque") {
  const std::string opaque = *opaque_png(half_transparent(4), {10, 20, 30});
  CHECK(Pixels(opaque).blue_at(0, 0) == 0);
  CHECK(Pixels(opaque).blue_at(3, 3) == 30);
  CHECK(Pixels(*opaque_png(opaque, {255, 0, 255})).blue_at(3, 3) == 30);
}
