// Text in drawings: set in the book's faces, whatever the machine has.
#include "figure/svg_fonts.h"

#include <cairo.h>
#include <librsvg/rsvg.h>

#include <catch2/catch.hpp>

#include "base/hash.h"
#include "figure/figure.h"
#include "support/places.h"

using namespace nbpublish;

namespace {

constexpr int kSide = 120;

// A sum over the pixels of a text set in a family.
std::uint64_t drawn(const std::string& family, const std::string& text = "Hagf") {
  const std::string svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 120 120'><text x='4' y='80' font-size='40' font-family='" +
                          family + "'>" + text + "</text></svg>";
  const auto picture = read_picture(svg);
  REQUIRE(picture.has_value());
  GError* error = nullptr;
  const auto& bytes = (*picture)->bytes;
  RsvgHandle* handle = rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(bytes.data()), bytes.size(), &error);
  REQUIRE(handle != nullptr);
  cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_A8, kSide, kSide);
  cairo_t* context = cairo_create(surface);
  const RsvgRectangle viewport{0, 0, kSide, kSide};
  REQUIRE(rsvg_handle_render_document(handle, context, &viewport, &error));
  cairo_destroy(context);
  cairo_surface_flush(surface);
  const int stride = cairo_image_surface_get_stride(surface);
  const std::string_view pixels(reinterpret_cast<const char*>(cairo_image_surface_get_data(surface)),
                                static_cast<std::size_t>(stride * kSide));
  const std::uint64_t sum = hash64(pixels);
  cairo_surface_destroy(surface);
  g_object_unref(handle);
  return sum;
}

SvgFonts book_fonts() {
  const std::filesystem::path files = testing::source_path("fonts/files");
  return {{files / "SourceSerif4_400Regular.ttf", files / "Inter-Regular.otf", files / "JetBrainsMono-Regular.ttf"},
          "Source Serif 4",
          "Inter",
          "JetBrains Mono"};
}

}  // namespace

TEST_CASE("SVG fonts: the generic families are the book's") {
  REQUIRE(set_svg_fonts(book_fonts()).has_value());
  const std::uint64_t serif = drawn("&quot;Source Serif 4&quot;"), sans = drawn("Inter"), mono = drawn("JetBrains Mono");
  REQUIRE(serif != sans);
  REQUIRE(sans != mono);
  CHECK(drawn("serif") == serif);
  CHECK(drawn("sans-serif") == sans);
  CHECK(drawn("monospace") == mono);
}

TEST_CASE("SVG fonts: a family that only the machine has is set in the sans") {
  REQUIRE(set_svg_fonts(book_fonts()).has_value());
  CHECK(drawn("DejaVu Serif") == drawn("Inter"));
  CHECK(drawn("No Such Family, monospace") == drawn("JetBrains Mono"));
}

TEST_CASE("SVG fonts: no other characters are drawn than were written") {
  REQUIRE(set_svg_fonts(book_fonts()).has_value());
  CHECK(drawn("Inter", "2x4") != drawn("Inter", "2×4"));
  CHECK(drawn("Inter", "-&gt;") != drawn("Inter", "→"));
}

TEST_CASE("SVG fonts: a file that is no font is refused") {
  SvgFonts fonts = book_fonts();
  fonts.files.push_back(testing::source_path("README.md"));
  const Status status = set_svg_fonts(fonts);
  REQUIRE_FALSE(status.has_value());
  CHECK(status.error().message.find("README.md") != std::string::npos);
}
