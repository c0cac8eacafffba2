#include "pipeline/make_cover.h"

#include "cover/cover_colours.h"
#include "figure/ebook_raster.h"
#include "pipeline/load_pictures.h"

namespace nbpublish {
namespace {

// Presses know no transparency: what is seen through the picture becomes part of it. A drawing's is looked for in the file that is made.
Result<PicturePtr> printable(const PicturePtr& art, Rgb ground, PictureMaker& maker) {
  if (art->kind != PictureKind::Png) return art;
  NBP_TRY(maker.try_pixels(art, art->width_px, art->height_px));
  auto opaque = std::make_shared<Picture>(*art);
  NBP_TRY_ASSIGN(opaque->bytes, opaque_png(art->bytes, ground));
  return opaque;
}

}  // namespace

Result<WrapCover> make_cover(const CoverOrder& order, const std::filesystem::path& rules_folder, const FileSystem& files,
                             DiagnosticSink& diagnostics) {
  NBP_TRY_ASSIGN(const CoverRules rules, read_cover_rules(files, rules_folder, order.outlet, diagnostics));
  const Book& book = order.build.book();
  const Volume& volume = order.build.volume();
  WrapInput input;
  input.book = &book;
  input.volume = &volume;
  input.style = &order.style;
  input.fonts = &order.fonts;
  input.pages = order.pages;
  input.rules = &rules;
  NBP_TRY_ASSIGN(input.paper, rules.paper(order.paper));
  input.early_access = order.build.texts.early_access;
  PictureTable pictures;
  load_cover(book, volume, files, pictures, diagnostics, *order.build.maker);
  if (const auto art = pictures.find(cover_path(book, volume)); art != pictures.end() && art->second) {
    NBP_TRY_ASSIGN(input.art, printable(art->second, cover_colours(volume).ground, *order.build.maker));
  }
  return draw_wrap(input, diagnostics);
}

}  // namespace nbpublish
