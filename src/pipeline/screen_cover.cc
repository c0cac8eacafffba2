#include "pipeline/screen_cover.h"

#include <algorithm>

#include "output/epub/cover.h"

namespace nbpublish {
namespace {

Rect fitted(Size natural, Size page) {
  Size size{page.width, natural.height.scaled(page.width.units(), natural.width.units())};
  if (size.height > page.height) size = {natural.width.scaled(page.height.units(), natural.height.units()), page.height};
  return {(page.width - size.width) / 2, (page.height - size.height) / 2, size.width, size.height};
}

}  // namespace

PagedPart cover_part(PicturePtr picture, Size trim, std::string alt) {
  PagedPart part;
  part.key = "cover";
  const TagId figure = part.tags.add(kRootTag, TagRole::Figure);
  part.tags.nodes[figure].alt = std::move(alt);
  Page page;
  page.label = "Cover";
  const Rect place = fitted(picture->natural_size, trim);
  page.items.push_back({figure, 0, 0, 0, PlacedPicture{std::move(picture), place}});
  part.pages.push_back(std::move(page));
  return part;
}

std::string cover_words(const VolumeInfo& info) {
  std::string words = "Cover: " + info.title;
  if (!info.subtitle.empty()) words += ". " + info.subtitle;
  if (!info.author.empty()) words += ", by " + info.author;
  return words + ".";
}

Result<PagedPart> screen_cover(Size trim, const VolumeInfo& info, const VolumeBuild& build, const FontLibrary& fonts,
                               DiagnosticSink& diagnostics) {
  NBP_TRY_ASSIGN(const PackageItem made, make_cover(build.epub_input({}, 0), fonts, diagnostics, trim));
  NBP_TRY_ASSIGN(PicturePtr picture, read_picture(made.bytes));
  return cover_part(std::move(picture), trim, cover_words(info));
}

}  // namespace nbpublish
