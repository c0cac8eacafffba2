#include <catch2/catch.hpp>

#include <cstdio>  // jpeglib.h needs it first
#include <cstdlib>
#include <vector>

#include <jpeglib.h>

#include "figure/exif.h"
#include "figure/figure.h"
#include "figure/raster.h"
#include "pictures.h"

using namespace nbpublish;
using namespace nbpublish::test;

namespace {

Picture picture(const std::string& bytes) {
  const auto result = read_picture(bytes);
  INFO((result ? "" : result.error().message));
  REQUIRE(result.has_value());
  return **result;
}

std::string refusal(const std::string& bytes, const PictureLimits& limits = {}) {
  const auto result = read_picture(bytes, limits);
  REQUIRE_FALSE(result.has_value());
  CHECK(result.error().kind == ErrorKind::Input);
  return result.error().message;
}

// Gray, one colour, with a scan for each coefficient: a few hundred bytes that are decoded 64 times.
std::string jpeg_of_64_scans(unsigned side) {
  jpeg_compress_struct info{};
  jpeg_error_mgr errors{};
  info.err = jpeg_std_error(&errors);
  jpeg_create_compress(&info);
  unsigned char* data = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&info, &data, &size);
  info.image_width = info.image_height = side;
  info.input_components = 1;
  info.in_color_space = JCS_GRAYSCALE;
  jpeg_set_defaults(&info);
  std::vector<jpeg_scan_info> scans;
  for (int k = 0; k < 64; ++k) scans.push_back({1, {0, 0, 0, 0}, k, k, 0, 0});
  info.scan_info = scans.data();
  info.num_scans = static_cast<int>(scans.size());
  jpeg_start_compress(&info, TRUE);
  std::vector<unsigned char> row(side, 128);
  JSAMPROW rows = row.data();
  while (info.next_scanline < side) jpeg_write_scanlines(&info, &rows, 1);
  jpeg_finish_compress(&info);
  std::string bytes(reinterpret_cast<const char*>(data), size);
  jpeg_destroy_compress(&info);
  std::free(data);
  return bytes;
}

double inches(Length length) { return length.points() / 72; }

}  // namespace

TEST_CASE("a PNG is measured and kept as it is") {
  const std::string bytes = make_png(20, 10);
  const Picture png = picture(bytes);
  CHECK(png.kind == PictureKind::Png);
  CHECK(png.width_px == 20);
  CHECK(png.height_px == 10);
  CHECK(png.bytes == bytes);
  CHECK(picture(make_png(20, 10, {.interlaced = true})).height_px == 10);
}

TEST_CASE("a stated density decides the size") {
  CHECK(inches(picture(make_png(300, 150, {.pixels_per_metre = 11811})).natural_size.width) == Approx(1).epsilon(0.001));
  CHECK(inches(picture(make_jpeg(72, 36, {.density_unit = 1, .density = 72})).natural_size.height) == Approx(0.5));
  CHECK(inches(picture(make_jpeg(100, 50, {.density_unit = 2, .density = 100})).natural_size.width) == Approx(1 / 2.54).epsilon(0.001));
}

TEST_CASE("without a density the size comes near a page's measure") {
  CHECK(inches(raster_size({96, 48, 0, 0}).width) == Approx(1));
  CHECK(inches(raster_size({96, 48, 0, 0}).height) == Approx(0.5));
  CHECK(inches(raster_size({432, 1, 0, 0}).width) == Approx(4.5));
  CHECK(inches(raster_size({1350, 1, 0, 0}).width) == Approx(4.5));
  CHECK(inches(raster_size({3000, 1, 0, 0}).width) == Approx(10));
  CHECK(inches(raster_size({96, 96, 1, 1}).width) == Approx(1));  // a field that was never filled in
}

TEST_CASE("JPEGs: gray, RGB and progressive are taken") {
  for (const JpegOptions& options : {JpegOptions{.components = 1}, JpegOptions{}, JpegOptions{.progressive = true}}) {
    const Picture jpeg = picture(make_jpeg(33, 17, options));
    CHECK(jpeg.kind == PictureKind::Jpeg);
    CHECK(jpeg.width_px == 33);
    CHECK(jpeg.height_px == 17);
  }
}

TEST_CASE("JPEGs that a PDF would show otherwise are refused with their reason") {
  CHECK_THAT(refusal(make_jpeg(8, 8, {.components = 4})), Catch::Contains("CMYK"));
  CHECK_THAT(refusal(make_jpeg(8, 8, {.arithmetic = true})), Catch::Contains("arithmetic"));
  CHECK_THAT(refusal(make_jpeg(8, 8, {.exif = make_exif(6, 72)})), Catch::Contains("orientation 6"));
  CHECK_THAT(refusal(make_jpeg(8, 8, {.exif = make_exif(3, 72, true)})), Catch::Contains("orientation 3"));
}

TEST_CASE("EXIF states a density where JFIF states none") {
  CHECK(inches(picture(make_jpeg(150, 150, {.exif = make_exif(1, 300)})).natural_size.width) == Approx(0.5));
  CHECK(inches(picture(make_jpeg(150, 150, {.density_unit = 1, .density = 150, .exif = make_exif(1, 300)})).natural_size.width) ==
        Approx(1));
}

TEST_CASE("EXIF cut anywhere or full of nonsense gives what can be read") {
  const std::string exif = make_exif(8, 200, true);
  CHECK(read_exif(exif).orientation == 8);
  for (std::size_t end = 0; end < exif.size(); ++end) CHECK(read_exif(exif.substr(0, end)).orientation >= 1);
  std::string far = make_exif(1, 200);
  for (std::size_t i = 10; i < far.size(); ++i) far[i] = '\xFF';
  CHECK(read_exif(far).ppi_x == 0);
}

TEST_CASE("truncated files are found wherever they are cut") {
  const std::string png = make_png(64, 64), jpeg = make_jpeg(64, 64), progressive = make_jpeg(64, 64, {.progressive = true});
  for (const std::string& whole : {png, jpeg, progressive})
    for (const double share : {0.1, 0.5, 0.9, 0.995}) {
      INFO(share);
      CHECK_THAT(refusal(whole.substr(0, static_cast<std::size_t>(static_cast<double>(whole.size()) * share))), Catch::Contains("damaged"));
    }
}

TEST_CASE("a flipped bit in a PNG is found") {
  std::string png = make_png(64, 64);
  png[png.size() / 2] ^= 0x10;
  CHECK_THAT(refusal(png), Catch::Contains("the PNG is damaged"));
}

TEST_CASE("decompression bombs are refused by their header") {
  CHECK_THAT(refusal(png_header(60000, 60000)), Catch::Contains("60000 x 60000"));
  CHECK_THAT(refusal(png_header(20000, 20000)), Catch::Contains("64 million"));
  CHECK_THAT(refusal(png_header(1, 40000)), Catch::Contains("32767 a side"));
  CHECK_THAT(refusal(make_jpeg(100, 100), {.max_pixels = 9999}), Catch::Contains("100 x 100"));
  CHECK_THAT(refusal(make_png(8, 8), {.max_bytes = 100}), Catch::Contains("100 are allowed"));
}

TEST_CASE("the kind is known by content, and other kinds by name") {
  CHECK(picture("\n <?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 3'/>").kind == PictureKind::Svg);
  CHECK_THAT(refusal(""), Catch::Contains("empty"));
  CHECK_THAT(refusal("GIF89a..."), Catch::Contains("GIF"));
  CHECK_THAT(refusal(std::string("RIFF\x10\0\0\0WEBPVP8 ", 16)), Catch::Contains("WebP"));
  CHECK_THAT(refusal("version https://git-lfs.github.com/spec/v1\n"), Catch::Contains("Git LFS"));
  CHECK_THAT(refusal("hello"), Catch::Contains("known kind"));
  CHECK_THAT(refusal("<html><body><svg/></body></html>"), Catch::Contains("<html>"));
}

TEST_CASE("a JPEG may have many scans, and may be large, but not both") {
  CHECK(picture(jpeg_of_64_scans(400)).width_px == 400);
  CHECK(refusal(jpeg_of_64_scans(5000)) == "the JPEG is damaged: more than 60 scans are too many for its size");
}
