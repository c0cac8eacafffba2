// Pictures as editions need them: small drawings and rasters, looked at as pixels.
#include "figure/picture_look.h"

#include <catch2/catch.hpp>
#include <random>

#include "figure/base64.h"
#include "figure/qr_code.h"
#include "figure/svg_handle.h"
#include "picture_themes.h"
#include "support/pictures.h"

using namespace nbpublish;
using namespace nbpublish::literals;
using namespace nbpublish::test;
using Catch::Contains;

namespace {

const std::string kSvg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10' width='10pt' height='10pt' ";

PicturePtr drawing(const std::string& content, const std::string& attributes = "") {
  const auto picture = read_picture(kSvg + attributes + ">" + content + "</svg>");
  if (!picture) FAIL(picture.error().message);
  return *picture;
}

RecolouredPicture in(PictureLook look, const PicturePtr& picture, Size printed = {10_pt, 10_pt}) {
  auto result = recoloured(picture, {look, light_theme(), dark_theme()}, printed);
  if (!result) FAIL(result.error().message);
  return *result;
}

std::string dark(const std::string& content, const std::string& attributes = "") {
  return in(PictureLook::Dark, drawing(content, attributes)).picture->bytes;
}

std::string gray(const std::string& content, const std::string& attributes = "", Size printed = {10_pt, 10_pt}) {
  const RecolouredPicture result = in(PictureLook::Gray, drawing(content, attributes), printed);
  CHECK_FALSE(result.flattened);
  return result.picture->bytes;
}

bool is_flattened(const std::string& content, const std::string& attributes = "") {
  const RecolouredPicture result = in(PictureLook::Gray, drawing(content, attributes));
  CHECK(result.flattened == (result.picture->kind == PictureKind::Png));
  return result.flattened;
}

// A drawing on a ground, four pixels wide: '.' light, '#' dark, '-' between.
std::string row_of(const std::string& svg, double ground) {
  const auto handle = load_svg(svg);
  REQUIRE(handle);
  cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 4, 4);
  cairo_t* context = cairo_create(surface);
  cairo_set_source_rgb(context, ground, ground, ground);
  cairo_paint(context);
  cairo_destroy(context);
  REQUIRE(draw_svg(handle->get(), surface, 4, 4));
  cairo_surface_flush(surface);
  std::string row;
  for (int x = 0; x < 4; ++x) {
    const unsigned char value = cairo_image_surface_get_data(surface)[4 * x + 1];
    row += value > 200 ? '.' : value < 60 ? '#' : '-';
  }
  cairo_surface_destroy(surface);
  return row;
}

constexpr const char* kFour =
    "<rect width='2.5' height='10'/><rect x='2.5' width='2.5' height='10' fill='#fff'/>"
    "<rect x='5' width='2.5' height='10' class='k'/><rect x='7.5' width='2.5' height='10' style='fill:#eee'/>"
    "<style>.k{fill:navy}</style>";

}  // namespace

TEST_CASE("light: pictures are what they were") {
  const PicturePtr picture = drawing("<rect width='5' height='5' fill='red'/>");
  CHECK(in(PictureLook::Light, picture).picture == picture);
}

TEST_CASE("dark: light becomes dark and dark light, by default, attribute, class and style") {
  CHECK(row_of(drawing(kFour)->bytes, 1) == "#.#.");
  const std::string turned = dark(kFour);
  CHECK(row_of(turned, 0.08)[0] == '.');
  CHECK(row_of(turned, 0.08)[1] == '#');
  CHECK(row_of(turned, 0.08)[2] != '#');
  CHECK(row_of(turned, 0.08)[3] == '#');
}

TEST_CASE("dark: every place of a colour is found") {
  CHECK_THAT(dark("<rect fill='white' stroke='#000' width='1' height='1'/>"),
             Contains("fill=\"#14171b\"") && Contains("stroke=\"#e6e8eb\""));
  CHECK_THAT(dark("<rect style='stroke : rgb(0,0,0) ; fill:WHITE'/>"), Contains("stroke : #e6e8eb ; fill:#14171b"));
  CHECK_THAT(dark("<style>.a{fill:hsl(0,0%,100%)} @media all{b{stroke:black!important}}</style>"),
             Contains("fill:#14171b") && Contains("stroke:#e6e8eb!important"));
  CHECK_THAT(dark("<linearGradient id='g'><stop/><stop stop-color='#fff'/></linearGradient>"),
             Contains("<stop stop-color=\"#e6e8eb\"/><stop stop-color=\"#14171b\"/>"));
  CHECK_THAT(dark("<rect fill='url(#g) black'/>"), Contains("url(#g) #e6e8eb"));
  CHECK_THAT(dark("<g color='#fff'><rect fill='currentColor'/></g>"), Contains("color=\"#14171b\"") && Contains("fill=\"currentColor\""));
  CHECK_THAT(dark("<rect fill='none' stroke='transparent'/>"), Contains("fill=\"none\"") && Contains("stroke=\"transparent\""));
  CHECK_THAT(dark("<title>fill:#000 white</title>"), Contains("fill:#000 white"));
  CHECK_THAT(dark("<rect/>", "fill='#fff'"), Contains("fill=\"#14171b\""));
}

TEST_CASE("dark: text in a middle tone is made readable, shapes in it are not") {
  const std::string turned = dark("<g fill='#888'><rect width='1' height='1'/><text y='9'/></g>");
  CHECK_THAT(turned, Contains("<text y=\"9\" style=\"fill:#a3a3a3\""));
  CHECK_THAT(dark("<text y='9' fill='#222'/>"), !Contains("style"));
}

TEST_CASE("dark: QR codes stay black on white, and so do drawings that ask for it") {
  const auto code = qr_code("https://example.org/a");
  REQUIRE(code);
  CHECK(in(PictureLook::Dark, *code).picture->bytes == (*code)->bytes);
  CHECK_THAT(dark("<rect fill='#fff'/>", "style='Forced-Color-Adjust : none'"), Contains("#fff"));
}

TEST_CASE("dark: rasters stay as they are") {
  const PicturePtr picture = *read_picture(testing::png_bytes(4, 255, 255, 255));
  CHECK(in(PictureLook::Dark, picture).picture == picture);
}

TEST_CASE("gray: fills are grays that print, text is black or white") {
  CHECK_THAT(gray("<rect fill='#fff' stroke='red'/>"), Contains("fill=\"#ffffff\"") && Contains("stroke=\"#7f7f7f\""));
  CHECK_THAT(gray("<rect style='fill:#f8f8f8'/>"), Contains("fill:#e5e5e5"));
  CHECK_THAT(gray("<text y='9' fill='#888'/>"), Contains("style=\"fill:#000000\""));
  CHECK_THAT(gray("<g fill='#0B4A8F'><text y='9'><tspan fill='yellow'/></text></g>"),
             Contains("<text y=\"9\" style=\"fill:#000000\">") && Contains("style=\"fill:#ffffff\""));
  CHECK_THAT(gray("<style>.l{fill:#ddd}</style><text y='9' class='l' style='x:y'/>"), Contains("style=\"x:y;fill:#ffffff\""));
  CHECK_THAT(gray("<g color='#777'><text y='9' fill='currentColor'/></g>"), Contains("fill:#000000"));
  CHECK_THAT(gray("<text y='9' fill='none' stroke='#000'/>"), !Contains("style"));
}

TEST_CASE("gray: strokes are as wide as a press needs, at the printed size") {
  CHECK_THAT(gray("<path stroke-width='.2'/><path stroke-width='0'/><path style='stroke-width:2px'/>"),
             Contains("stroke-width=\"0.75\"") && Contains("stroke-width=\"0\"") && Contains("stroke-width:2px"));
  const std::string half = gray("<path stroke='#000'/><style>a{stroke-width:1}</style>", "", {5_pt, 5_pt});
  CHECK_THAT(half, Contains("stroke-width=\"1.5\"") && Contains("stroke-width:1.5"));
}

TEST_CASE("gray: transparency, gradients, patterns, masks and filters become pixels") {
  const std::string shape = "<rect width='9' height='9' ";
  for (const char* how :
       {"opacity='.5'/>", "fill-opacity='50%'/>", "style='stroke-opacity:0.2'/>", "fill='rgba(0,0,0,.5)'/>", "fill='url(#g)'/>",
        "mask='url(#m)'/>", "style='filter:url(#f)'/>", "style='mix-blend-mode:multiply'/>", "class='k'/><style>.k{opacity:0}</style>"}) {
    INFO(how);
    CHECK(is_flattened(shape + how));
  }
  for (const char* how : {"opacity='1'/>", "fill-opacity='100%'/>", "clip-path='url(#c)'/>", "fill='none'/>", "style='opacity:1.0'/>",
                          "marker-end='url(#m)'/>"}) {
    INFO(how);
    CHECK_FALSE(is_flattened(shape + how));
  }
}

TEST_CASE("gray: a flattened drawing has 600 pixels to the printed inch and keeps its size and words") {
  const PicturePtr picture = drawing("<title>Half</title><rect width='10' height='10' opacity='.5'/>");
  const Picture flat = *in(PictureLook::Gray, picture, {72_pt, 36_pt}).picture;
  CHECK(flat.width_px == 600);
  CHECK(flat.height_px == 300);
  CHECK(flat.natural_size.width == 10_pt);
  CHECK(flat.title == "Half");
  CHECK(read_picture(flat.bytes));
}

TEST_CASE("gray: rasters lose their colours and keep their size") {
  for (const std::string& bytes : {testing::png_bytes(8, 255, 0, 0), testing::jpeg_bytes(8, 255, 0, 0)}) {
    const PicturePtr picture = *read_picture(bytes);
    const Picture gray = *in(PictureLook::Gray, picture).picture;
    CHECK(gray.kind == picture->kind);
    CHECK(gray.width_px == 8);
    CHECK(gray.bytes != picture->bytes);
    const auto again = read_picture(gray.bytes);
    REQUIRE(again);
    CHECK((*again)->width_px == 8);
    CHECK(in(PictureLook::Gray, *again).picture->bytes == gray.bytes);  // it is gray already
  }
}

TEST_CASE("gray: pictures embedded in drawings are gray, too") {
  const std::string content =
      "<image width='10' height='10' href='data:image/png;base64," + encode_base64(testing::png_bytes(4, 255, 0, 0)) + "'/>";
  const std::string bytes = gray(content);
  const std::size_t at = bytes.find("base64,") + 7;
  const std::string png = decode_base64(bytes.substr(at, bytes.find('"', at) - at));
  CHECK(read_picture(png));
  CHECK(png[25] == 0);  // colour type of the header: gray
}

TEST_CASE("drawings of strangers are recoloured or refused, whatever stands in them") {
  const std::string sound =
      kSvg +
      "style='fill:red;x' fill='rgb(1,2,3)'><style>.a, b &gt; c{fill:#12345678;stroke-width:.1px} @media x{d{opacity:50%}}</style>"
      "<g class='a' opacity='1'><text y='9' style='fill:hsl(1,2%,3%)'/><rect fill='url(#g) white' stroke-width='1e-9'/></g></svg>";
  REQUIRE(read_picture(sound));
  std::mt19937 random(3);
  constexpr std::string_view kSpice = "\"';:{}()#,.%-!/<>&x0 \xff";
  std::size_t readable = 0;
  for (int i = 0; i < 2000; ++i) {
    std::string text = sound;
    for (int k = 0; k < 1 + i % 4; ++k) text[random() % text.size()] = kSpice[random() % kSpice.size()];
    const auto picture = read_picture(text);
    if (!picture) continue;
    ++readable;
    for (const PictureLook look : {PictureLook::Dark, PictureLook::Gray}) {
      const auto result = recoloured(*picture, {look, light_theme(), dark_theme()}, {5_pt, 5_pt});
      if (result) CHECK(read_picture(result->picture->bytes));
    }
  }
  CHECK(readable > 200);
}

TEST_CASE("base64 there and back") {
  for (const std::string text : {"", "a", "ab", "abc", "abcd", "\xff\xfe\xfd"}) CHECK(decode_base64(encode_base64(text)) == text);
  CHECK(encode_base64("ab") == "YWI=");
  CHECK(encode_base64("abc") == "YWJj");
}
