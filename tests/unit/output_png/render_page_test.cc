#include "output/png/render_page.h"

#include <cairo.h>

#include <catch2/catch.hpp>
#include <cstring>

#include "support/simple_text.h"

using namespace nbpublish;
using namespace nbpublish::testing;
using namespace nbpublish::literals;

namespace {

struct Pixels {
  int width = 0, height = 0;
  std::vector<std::uint32_t> rgb;
  std::uint32_t at(int x, int y) const { return rgb[static_cast<std::size_t>(y * width + x)] & 0xFFFFFF; }
};

Pixels decode(std::string_view bytes) {
  cairo_surface_t* surface = cairo_image_surface_create_from_png_stream(
      [](void* rest, unsigned char* out, unsigned length) {
        auto& view = *static_cast<std::string_view*>(rest);
        std::memcpy(out, view.data(), length);
        view.remove_prefix(length);
        return CAIRO_STATUS_SUCCESS;
      },
      &bytes);
  Pixels result{cairo_image_surface_get_width(surface), cairo_image_surface_get_height(surface), {}};
  for (int y = 0; y < result.height; ++y) {
    const auto* row =
        reinterpret_cast<const std::uint32_t*>(cairo_image_surface_get_data(surface) + y * cairo_image_surface_get_stride(surface));
    result.rgb.insert(result.rgb.end(), row, row + result.width);
  }
  cairo_surface_destroy(surface);
  return result;
}

}  // namespace

TEST_CASE("a page is rendered at its resolution: paper, artifacts below, tagged items on top") {
  Page page;
  page.items.push_back({1, 0, 0, 0, Fill{{0_pt, 0_pt, 18_pt, 18_pt}, ColourRole::Link}});
  page.items.push_back({kArtifact, 0, 0, 0, Fill{{0_pt, 0_pt, 36_pt, 36_pt}, ColourRole::CodeGround}});
  page.furniture.push_back({kArtifact, 0, 0, 0, Fill{{0_pt, 54_pt, 72_pt, 9_pt}, ColourRole::Text}});
  Theme theme = test_theme();
  theme.colours[static_cast<std::size_t>(ColourRole::Paper)] = {0, 255, 0};
  const auto png = render_page_png(page, {72_pt, 144_pt}, project_fonts(), theme, 144);
  REQUIRE(png);
  const Pixels pixels = decode(*png);
  CHECK(pixels.width == 144);
  CHECK(pixels.height == 288);
  CHECK(pixels.at(10, 10) == 0x0000FF);   // tagged, though it comes first
  CHECK(pixels.at(50, 50) == 0xFF0000);   // artifact
  CHECK(pixels.at(10, 115) == 0x000000);  // furniture
  CHECK(pixels.at(100, 200) == 0x00FF00);
}

TEST_CASE("the same page gives the same file") {
  Page page;
  page.items.push_back({1, 0, 0, 0, text_run(0, 10_pt, {5_pt, 20_pt}, "fjord")});
  const auto once = render_page_png(page, {72_pt, 72_pt}, project_fonts(), test_theme(), 96);
  REQUIRE(once);
  CHECK(*once == render_page_png(page, {72_pt, 72_pt}, project_fonts(), test_theme(), 96).value());
}

TEST_CASE("a page too large for a picture is an error") {
  CHECK_FALSE(render_page_png(Page{}, {100000_pt, 100000_pt}, project_fonts(), test_theme(), 600));
}
