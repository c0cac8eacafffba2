#include "output/paint/picture.h"

#include "support/pictures.h"
#include "unit/output_paint/pixels.h"

using namespace nbpublish;
using namespace nbpublish::testing;
using namespace nbpublish::literals;

namespace {

constexpr const char* kSvg =
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'>"
    "<rect width='5' height='10' fill='#f00'/><rect x='5' width='5' height='10' fill='#00f'/></svg>";

FrameItem placed(PictureKind kind, std::string bytes, std::uint32_t side, Rect rect) {
  return {1, 0, 0, 0, PlacedPicture{picture(kind, std::move(bytes), side), rect}};
}

Status status_of(const FrameItem& item) {
  cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 4, 4);
  cairo_t* context = cairo_create(surface);
  Status status = paint_picture(context, std::get<PlacedPicture>(item.content));
  CHECK(cairo_status(context) == CAIRO_STATUS_SUCCESS);  // the page can go on
  cairo_destroy(context);
  cairo_surface_destroy(surface);
  return status;
}

}  // namespace

TEST_CASE("PNG and JPEG fill their rectangle to its edges") {
  const Rows expected{"......", ".ggg..", ".ggg..", "......"};
  CHECK(painted(6, 4, {placed(PictureKind::Png, png_bytes(16, 0, 255, 0), 16, {1_pt, 1_pt, 3_pt, 2_pt})}) == expected);
  CHECK(painted(6, 4, {placed(PictureKind::Jpeg, jpeg_bytes(16, 0, 255, 0), 16, {1_pt, 1_pt, 3_pt, 2_pt})}) == expected);
}

TEST_CASE("a turned picture fills the same rectangle, its left side at the foot") {
  for (FrameItem item : {placed(PictureKind::Svg, kSvg, 0, {1_pt, 1_pt, 4_pt, 4_pt})}) {
    std::get<PlacedPicture>(item.content).turned = true;
    CHECK(painted(6, 6, {item}) == Rows{"......", ".bbbb.", ".bbbb.", ".rrrr.", ".rrrr.", "......"});
  }
}

TEST_CASE("SVG is drawn into its rectangle") {
  CHECK(painted(6, 4, {placed(PictureKind::Svg, kSvg, 10, {1_pt, 1_pt, 2_pt, 2_pt})}) == Rows{"......", ".rb...", ".rb...", "......"});
}

TEST_CASE("a picture leaves the painter's colour as it was") {
  const FrameItem black{kArtifact, 0, 0, 0, Fill{{0_pt, 0_pt, 1_pt, 1_pt}, ColourRole::Text}};
  FrameItem again = black;
  std::get<Fill>(again.content).rect.x = 2_pt;
  CHECK(painted(3, 1, {black, placed(PictureKind::Png, png_bytes(4, 255, 0, 0), 4, {1_pt, 0_pt, 1_pt, 1_pt}), again}) == Rows{"#r#"});
}

TEST_CASE("damaged pictures are errors of the input, not of the page") {
  const Rect rect{0_pt, 0_pt, 4_pt, 4_pt};
  for (const PictureKind kind : {PictureKind::Png, PictureKind::Jpeg, PictureKind::Svg}) {
    const Status status = status_of(placed(kind, "no picture at all", 4, rect));
    REQUIRE_FALSE(status);
    CHECK(status.error().kind == ErrorKind::Input);
  }
  std::string cut = png_bytes(16, 0, 255, 0);
  cut.resize(cut.size() / 2);
  CHECK_FALSE(status_of(placed(PictureKind::Png, cut, 16, rect)));
}
