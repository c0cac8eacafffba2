#include "output/epub/cover.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "output/epub/cover_canvas.h"
#include "output/epub/cover_motif.h"
#include "output/epub/images.h"

namespace nbpublish {
namespace {

constexpr double kMargin = 140, kMeasure = kCoverWidth - 2 * kMargin;
constexpr double kShapeTolerance = 0.03;
constexpr double kLargestTitle = 216, kSmallestTitle = 96;
constexpr double kMotifTop = 1180, kMotifHeight = 960;

bool is_cover_shaped(const Picture& picture) {
  constexpr double kAspect = static_cast<double>(kCoverHeight) / kCoverWidth;
  const bool has_shape = std::abs(aspect_of(picture) / kAspect - 1) <= kShapeTolerance;
  const bool is_large = picture.width_px >= kCoverWidth && picture.height_px >= kCoverHeight;
  return has_shape && (is_large || picture.kind == PictureKind::Svg);
}

const std::string& cover_path(const EpubInput& input) {
  return input.volume->cover.empty() ? input.book->meta.cover : input.volume->cover;
}

const Picture* cover_picture(const EpubInput& input) {
  const auto found = input.pictures.find(cover_path(input));
  return found == input.pictures.end() ? nullptr : found->second.get();
}

void report_shape(const EpubInput& input, const Picture& picture, DiagnosticSink& diagnostics) {
  const Size size = picture.natural_size;
  const std::string measure =
      picture.kind == PictureKind::Svg
          ? fmt::format("{:.0f} x {:.0f} points", size.width.points(), size.height.points())
          : fmt::format("{} x {} pixels", picture.width_px, picture.height_px);
  diagnostics.report(DiagCode::CoverShape, cover_path(input), {},
                     fmt::format("the cover picture is {} and was set as a band in a drawn cover", measure),
                     fmt::format("a picture that is to fill the cover needs {} x {} pixels, portrait",
                                 kCoverWidth, kCoverHeight));
}

// Lines of one size down from `y`; returns the baseline after the last.
double draw_lines(CoverCanvas& canvas, const std::vector<std::string>& lines, double y, double size,
                  double leading, int weight) {
  for (const std::string& line : lines) {
    canvas.draw_text(line, kMargin, y, size, weight);
    y += leading;
  }
  return y;
}

// The largest size at which the title takes at most three lines and no word sticks out.
double title_size(CoverCanvas& canvas, const std::string& title) {
  for (double size = kLargestTitle; size > kSmallestTitle; size -= 8) {
    const auto lines = canvas.break_lines(title, kMeasure, size, 600);
    const bool fits = std::ranges::all_of(
        lines, [&](const std::string& line) { return canvas.text_width(line, size, 600) <= kMeasure; });
    if (fits && lines.size() <= 3) return size;
  }
  return kSmallestTitle;
}

void draw_heading(CoverCanvas& canvas, const EpubInput& input, const CoverColours& colours) {
  const std::string& set = input.book->meta.title;
  const bool has_volume_title = !input.volume->title.empty() && input.volume->title != set;
  const std::string title = has_volume_title ? input.volume->title : set.empty() ? input.volume->key : set;
  const std::string numeral = roman_numeral(input.volume->number);

  canvas.set_colour(colours.light);
  if (has_volume_title) canvas.draw_text(set, kMargin, 236, 84, 600);
  if (!numeral.empty())
    canvas.draw_text(numeral, kCoverWidth - kMargin - canvas.text_width(numeral, 150, 600), 260, 150, 600);

  canvas.set_colour({255, 255, 255});
  const double size = title_size(canvas, title);
  const double after =
      draw_lines(canvas, canvas.break_lines(title, kMeasure, size, 600), 330 + size, size, size * 1.12, 600);

  canvas.set_colour(colours.light);
  const std::string& subtitle =
      input.volume->subtitle.empty() ? input.book->meta.subtitle : input.volume->subtitle;
  draw_lines(canvas, canvas.break_lines(subtitle, kMeasure, 66, 400), after - size * 0.3 + 40, 66, 86, 400);
}

void draw_foot(CoverCanvas& canvas, const EpubInput& input, const CoverColours& colours) {
  std::string authors;
  for (const std::string& author : input.book->meta.authors)
    authors += (authors.empty() ? "" : ", ") + author;
  canvas.set_colour({255, 255, 255});
  const auto lines = canvas.break_lines(authors, kMeasure, 80, 400);
  draw_lines(canvas, lines, kCoverHeight - 150 - 100 * std::max(0.0, static_cast<double>(lines.size()) - 1),
             80, 100, 400);
  if (!input.early_access) return;
  canvas.set_colour(colours.light);
  canvas.draw_text("Early access", kMargin, kCoverHeight - 60, 52, 600);
}

// A band is scaled to the cover's width, never cropped; one that is too high for its place is narrower.
bool draw_band(CoverCanvas& canvas, const Picture& picture) {
  const double width = std::min<double>(kCoverWidth, kMotifHeight / std::max(0.01, aspect_of(picture)));
  const double top = kMotifTop + (kMotifHeight - width * aspect_of(picture)) / 2;
  return canvas.draw_picture(picture, (kCoverWidth - width) / 2, top, width);
}

Result<std::string> draw_cover(const EpubInput& input, const FontLibrary& fonts, const Picture* band) {
  CoverCanvas canvas(kCoverWidth, kCoverHeight, fonts);
  const CoverColours colours = cover_colours(input.volume->number);
  canvas.set_colour(colours.ground);
  cairo_paint(canvas.cairo());
  draw_heading(canvas, input, colours);
  if (!band || !draw_band(canvas, *band))
    draw_motif(canvas, input.volume->number, kMargin, kMotifTop, kMeasure, kMotifHeight);
  draw_foot(canvas, input, colours);
  return canvas.jpeg();
}

}  // namespace

Result<PackageItem> make_cover(const EpubInput& input, const FontLibrary& fonts,
                               DiagnosticSink& diagnostics) {
  const Picture* picture = cover_picture(input);
  if (picture && is_cover_shaped(*picture) && picture->kind != PictureKind::Svg)
    return PackageItem{"cover-image", "images/cover" + std::string(extension(picture->kind)),
                       std::string(media_type(picture->kind)), "cover-image", picture->bytes};
  Result<std::string> drawn;
  if (picture && is_cover_shaped(*picture)) {
    CoverCanvas canvas(kCoverWidth, kCoverHeight, fonts);
    canvas.set_colour({255, 255, 255});
    cairo_paint(canvas.cairo());
    canvas.draw_picture(*picture, 0, 0, kCoverWidth);
    drawn = canvas.jpeg();
  } else {
    if (picture) report_shape(input, *picture, diagnostics);
    drawn = draw_cover(input, fonts, picture);
  }
  if (!drawn) return std::unexpected(drawn.error());
  return PackageItem{"cover-image", "images/cover.jpg", "image/jpeg", "cover-image", std::move(*drawn)};
}

}  // namespace nbpublish
