#include <algorithm>

#include "preflight/epub/epub_checks.h"
#include "preflight/epub/shown.h"

namespace nbpublish {

void check_navigation(const EpubBook& book, Findings& findings) {
  const Package& package = book.package;
  const Place place{package.path, 0};
  const auto is_nav = [](const ManifestItem& item) { return has_word(item.properties, "nav"); };
  const auto is_ncx = [](const ManifestItem& item) { return item.media_type == "application/x-dtbncx+xml"; };
  if (!package.is_version_2() && std::ranges::none_of(package.manifest, is_nav))
    findings.add(EpubRule::Nav, place, "no item has the property nav");
  if (std::ranges::none_of(package.manifest, is_ncx)) findings.add(EpubRule::Ncx, place, "no item is an NCX");
  else if (const ManifestItem* item = package.item(package.ncx); !item || !is_ncx(*item))
    findings.add(EpubRule::Ncx, place, "the spine's toc does not name it");
}

}  // namespace nbpublish
