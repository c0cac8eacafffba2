#include "figure/picture_look.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "figure/dark_svg.h"
#include "figure/gray_raster.h"
#include "figure/gray_svg.h"
#include "figure/svg_pixels.h"
#include "figure/svg_xml.h"

namespace nbpublish {
namespace {

constexpr double kLeastStroke = 0.75;  // pt: what presses hold

RecolouredPicture with_bytes(const Picture& picture, std::string bytes) {
  auto copy = std::make_shared<Picture>(picture);
  copy->bytes = std::move(bytes);
  return {std::move(copy)};
}

// Points for a unit of the viewBox, which every drawing has since it was read; 0 if it has none that makes sense.
Result<double> scale_of(const Picture& picture, Size printed) {
  pugi::xml_document document;
  NBP_TRY(parse_svg(document, picture.bytes));
  std::string_view rest(document.document_element().attribute("viewBox").value());
  std::array<double, 4> box{};
  for (double& number : box) {
    rest.remove_prefix(std::min(rest.find_first_not_of(" ,\t\r\n"), rest.size()));
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
    if (error != std::errc{}) return 0;
    rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
  }
  if (!(box[2] > 0 && box[3] > 0)) return 0;
  return std::min(printed.width.points() / box[2], printed.height.points() / box[3]);
}

Result<RecolouredPicture> flattened(const Picture& picture, const std::string& svg, Size printed) {
  NBP_TRY_ASSIGN(const GrayPixels pixels, svg_pixels(svg, printed));
  auto copy = std::make_shared<Picture>(picture);
  copy->kind = PictureKind::Png;
  copy->width_px = pixels.width;
  copy->height_px = pixels.height;
  NBP_TRY_ASSIGN(copy->bytes, gray_png(pixels));
  return RecolouredPicture{std::move(copy), true};
}

Result<RecolouredPicture> gray_drawing(const Picture& picture, Size printed) {
  NBP_TRY_ASSIGN(const double scale, scale_of(picture, printed));
  NBP_TRY_ASSIGN(GraySvg gray, gray_svg(picture.bytes, scale > 0 ? kLeastStroke / scale : 0));
  if (gray.needs_pixels) return flattened(picture, gray.bytes, printed);
  return with_bytes(picture, std::move(gray.bytes));
}

}  // namespace

Result<RecolouredPicture> recoloured(const PicturePtr& picture, const PictureColours& colours, Size printed) {
  const bool drawing = picture->kind == PictureKind::Svg;
  if (colours.look == PictureLook::Gray) {
    if (drawing) return gray_drawing(*picture, printed);
    NBP_TRY_ASSIGN(std::string bytes, gray_raster(picture->bytes));
    return with_bytes(*picture, std::move(bytes));
  }
  if (colours.look == PictureLook::Light || !drawing) return RecolouredPicture{picture};
  NBP_TRY_ASSIGN(std::string bytes, dark_svg(picture->bytes, DarkColours(colours.light, colours.dark)));
  return with_bytes(*picture, std::move(bytes));
}

}  // namespace nbpublish
