#include "figure/picture_look.h"

#include <algorithm>

#include "figure/dark_svg.h"
#include "figure/gray_raster.h"
#include "figure/gray_svg.h"
#include "figure/svg_pixels.h"
#include "figure/svg_view_box.h"
#include "figure/svg_xml.h"

namespace nbpublish {
namespace {

constexpr double kLeastStroke = 0.75;  // pt: what presses hold

RecolouredPicture with_bytes(const Picture& picture, std::string bytes) {
  auto copy = std::make_shared<Picture>(picture);
  copy->bytes = std::move(bytes);
  return {std::move(copy)};
}

// Points for a unit of the drawing; 0 if its viewBox makes no sense.
Result<double> scale_of(const Picture& picture, Size printed) {
  pugi::xml_document document;
  NBP_TRY(parse_svg(document, picture.bytes));
  const auto box = view_box_size(document.document_element());
  return box ? std::min(printed.width.points() / box->width, printed.height.points() / box->height) : 0;
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
