#include "output/epub/cover.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <variant>

#include "cover/cover_colours.h"
#include "cover/front_panel.h"
#include "cover/motif.h"
#include "cover/wrap_cover.h"
#include "output/epub/images.h"
#include "output/png/drawing_key.h"
#include "output/png/render_page.h"

namespace nbpublish {
namespace {

// One point a pixel.
constexpr Size kShops{Length::pt(kCoverWidth), Length::pt(kCoverHeight)};
constexpr double kDotsPerInch = 72;
const CoverFaces kCoverFaces{"Inter", "Source Serif 4"};
constexpr double kShapeTolerance = 0.03;

// As high in pixels as the shops' picture, in the shape of a page.
Size panel_of(Size page) { return {kShops.height.scaled(page.width.units(), page.height.units()), kShops.height}; }

bool is_cover_shaped(const Picture& picture) {
  constexpr double kAspect = static_cast<double>(kCoverHeight) / kCoverWidth;
  const bool has_shape = std::abs(aspect_of(picture) / kAspect - 1) <= kShapeTolerance;
  const bool is_large = picture.width_px >= kCoverWidth && picture.height_px >= kCoverHeight;
  return has_shape && (is_large || picture.kind == PictureKind::Svg);
}

PicturePtr cover_picture(const EpubInput& input) {
  const auto found = input.pictures.find(cover_path(*input.texts.book, *input.texts.volume));
  return found == input.pictures.end() ? nullptr : found->second;
}

void report_shape(const EpubInput& input, const Picture& picture, DiagnosticSink& diagnostics) {
  const Size size = picture.natural_size;
  const std::string measure = picture.kind == PictureKind::Svg
                                  ? fmt::format("{:.0f} x {:.0f} points", size.width.points(), size.height.points())
                                  : fmt::format("{} x {} pixels", picture.width_px, picture.height_px);
  diagnostics.report(DiagCode::CoverShape, cover_path(*input.texts.book, *input.texts.volume), {},
                     fmt::format("the cover picture is {} and was set as a band in a drawn cover", measure),
                     fmt::format("a picture that is to fill the cover needs {} x {} pixels, portrait", kCoverWidth, kCoverHeight));
}

std::uint32_t pixels_of(Length length) { return static_cast<std::uint32_t>(std::max(1.0, std::ceil(length.points()))); }

Result<std::string> draw(const Page& page, Size panel, const Theme& theme, const FontLibrary& fonts, PictureMaker& maker) {
  for (const FrameItem& item : page.items)
    if (const auto* placed = std::get_if<PlacedPicture>(&item.content))
      NBP_TRY(maker.try_pixels(placed->picture, pixels_of(placed->rect.width), pixels_of(placed->rect.height)));
  return render_page_jpeg(page, panel, fonts, theme, kDotsPerInch);
}

Result<std::string> render(CoverSheet& sheet, Size panel, const EpubInput& input, const FontLibrary& fonts) {
  const PagedPart part = sheet.take("cover");
  const Page& page = part.pages.front();
  const Theme theme = cover_theme(cover_colours(*input.texts.volume));
  const Hash128 key = input.store == nullptr ? Hash128{} : drawing_key(page, panel, fonts, theme, kDotsPerInch);
  return find_or_make(input.store, "cover", key, [&] { return draw(page, panel, theme, fonts, *input.maker); });
}

Result<std::string> draw_cover(const EpubInput& input, const FontLibrary& fonts, const PicturePtr& band, Size panel) {
  CoverSheet sheet(fonts, kCoverFaces);
  const Rect whole{{}, {}, panel.width, panel.height};
  sheet.fill(whole, kCoverGround);
  draw_front(sheet, whole,
             {cover_titles(*input.texts.book, *input.texts.volume, input.texts.early_access), cover_motif(*input.texts.volume), band,
              panel.width});
  return render(sheet, panel, input, fonts);
}

// A drawing is made into pixels, since not every reader shows one as the cover.
Result<std::string> whole_cover(const EpubInput& input, const FontLibrary& fonts, const PicturePtr& picture) {
  CoverSheet sheet(fonts, kCoverFaces);
  sheet.place(picture, {{}, {}, kShops.width, kShops.width.scaled(aspect_of(*picture))});
  return render(sheet, kShops, input, fonts);
}

// Without the picture if it cannot be drawn at its size.
Result<std::string> drawn_cover(const EpubInput& input, const FontLibrary& fonts, const PicturePtr& picture, Size panel,
                                DiagnosticSink& diagnostics) {
  if (picture) {
    Result<std::string> cover = is_cover_shaped(*picture) ? whole_cover(input, fonts, picture) : draw_cover(input, fonts, picture, panel);
    if (cover || cover.error().kind != ErrorKind::Input) return cover;
    diagnostics.report(DiagCode::ImageUnreadable, cover_path(*input.texts.book, *input.texts.volume), {}, cover.error().message,
                       cover.error().hint);
  }
  return draw_cover(input, fonts, nullptr, panel);
}

}  // namespace

Result<PackageItem> make_cover(const EpubInput& input, const FontLibrary& fonts, DiagnosticSink& diagnostics, std::optional<Size> page) {
  const PicturePtr picture = cover_picture(input);
  if (picture && is_cover_shaped(*picture) && picture->kind != PictureKind::Svg)
    return PackageItem{"cover-image", "images/cover" + std::string(extension(picture->kind)), std::string(media_type(picture->kind)),
                       "cover-image", picture->bytes};
  if (picture && !is_cover_shaped(*picture)) report_shape(input, *picture, diagnostics);
  NBP_TRY_ASSIGN(std::string bytes, drawn_cover(input, fonts, picture, page ? panel_of(*page) : kShops, diagnostics));
  return PackageItem{"cover-image", "images/cover.jpg", "image/jpeg", "cover-image", std::move(bytes)};
}

}  // namespace nbpublish
