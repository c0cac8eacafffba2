#include "pipeline/pages_of_print.h"

#include <algorithm>

#include "frame/page_starts.h"

namespace nbpublish {

PrintedPages printed_pages(const VolumeBuild& build, const PagedVolume& layout) {
  PrintedPages pages = page_starts(layout, build.texts.documents_by_key());
  const auto own = build.volume().identifiers.find("print");
  if (own == build.volume().identifiers.end() || own->second.empty()) pages.source = urn_of(pages);
  else pages.source = own->second.starts_with("isbn:") ? "urn:" + own->second : own->second;
  return pages;
}

std::optional<Edition> print_edition_of(const Book& book) {
  const std::vector<Edition>& editions = book.editions.empty() ? usual_editions() : book.editions;
  const auto print = std::ranges::find(editions, EditionKind::Print, &Edition::kind);
  return print == editions.end() ? std::nullopt : std::optional(*print);
}

}  // namespace nbpublish
