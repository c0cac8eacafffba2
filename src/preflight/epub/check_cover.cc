#include <fmt/format.h>

#include <algorithm>

#include "preflight/epub/epub_checks.h"
#include "preflight/epub/picture_header.h"
#include "preflight/epub/shown.h"

namespace nbpublish {
namespace {

const ManifestItem* cover_by_metadata(const Package& package) {
  for (const Metadatum* one : package.all("name:cover"))
    if (const ManifestItem* item = package.item(one->value)) return item;
  return nullptr;
}

void check_size(const PictureFacts& facts, const Place& place, Findings& findings) {
  if (facts.width <= 0 || facts.height <= 0) return;
  const std::string size = fmt::format("{} x {}", facts.width, facts.height);
  findings.at_least(EpubRule::CoverShortSide, place, std::min(facts.width, facts.height), size);
  findings.at_least(EpubRule::CoverLongSide, place, std::max(facts.width, facts.height), size);
  findings.at_most(EpubRule::CoverMost, place, std::max(facts.width, facts.height), size);
  findings.at_least(EpubRule::CoverRatio, place, facts.height / facts.width, size);
}

void check_page(const EpubBook& book, const std::string& cover, Findings& findings) {
  for (const auto& [file, content] : book.contents) {
    const auto shows_cover = [&](const Reference& one) { return one.kind == Reference::Kind::Picture && one.target.path == cover; };
    if (content.has_text && std::ranges::any_of(content.references, shows_cover))
      findings.add(EpubRule::CoverPage, {file, 0}, "the page has words too");
  }
}

}  // namespace

const ManifestItem* cover_of(const Package& package) {
  const auto marked =
      std::ranges::find_if(package.manifest, [](const ManifestItem& item) { return has_word(item.properties, "cover-image"); });
  if (marked != package.manifest.end()) return &*marked;
  return package.is_version_2() ? cover_by_metadata(package) : nullptr;
}

void check_cover(const EpubBook& book, Findings& findings) {
  const Package& package = book.package;
  const ManifestItem* cover = cover_of(package);
  if (!cover_by_metadata(package)) findings.add(EpubRule::CoverMeta, {package.path, 0}, "no <meta name=\"cover\"> that names an item");
  if (!cover) return findings.add(EpubRule::Cover, {package.path, 0}, "no item has the property cover-image");
  const auto picture = book.pictures.find(cover->path());
  if (picture == book.pictures.end()) return;
  const Place place{cover->path(), 0};
  using enum PictureFacts::Format;
  if (picture->second.format != Jpeg && picture->second.format != Png)
    findings.add(EpubRule::CoverFormat, place, std::string(word_of(picture->second.format)));
  check_size(picture->second, place, findings);
  check_page(book, cover->path(), findings);
}

}  // namespace nbpublish
