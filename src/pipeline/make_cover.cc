#include "pipeline/make_cover.h"

#include "pipeline/load_pictures.h"

namespace nbpublish {

Result<WrapCover> make_cover(const CoverOrder& order, const std::filesystem::path& rules_folder, const FileSystem& files,
                             DiagnosticSink& diagnostics) {
  NBP_TRY_ASSIGN(const CoverRules rules, read_cover_rules(files, rules_folder, order.outlet, diagnostics));
  const Book& book = order.build.book;
  const Volume& volume = order.build.volume;
  WrapInput input;
  input.book = &book;
  input.volume = &volume;
  input.style = &order.style;
  input.fonts = &order.fonts;
  input.pages = order.pages;
  input.rules = &rules;
  NBP_TRY_ASSIGN(input.paper, rules.paper(order.paper));
  input.early_access = order.build.early_access;
  PictureTable pictures;
  load_cover(book, volume, files, pictures, diagnostics);
  if (const auto art = pictures.find(cover_path(book, volume)); art != pictures.end()) input.art = art->second;
  return draw_wrap(input, diagnostics);
}

}  // namespace nbpublish
