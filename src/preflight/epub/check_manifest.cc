#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "preflight/epub/epub_checks.h"
#include "preflight/epub/epub_limits.h"
#include "preflight/epub/picture_header.h"
#include "preflight/epub/shown.h"

namespace nbpublish {
namespace {

constexpr std::array<std::string_view, 24> kCoreTypes{"image/gif",
                                                      "image/jpeg",
                                                      "image/png",
                                                      "image/svg+xml",
                                                      "image/webp",
                                                      "audio/mpeg",
                                                      "audio/mp4",
                                                      "audio/ogg; codecs=opus",
                                                      "text/css",
                                                      "font/ttf",
                                                      "application/font-sfnt",
                                                      "font/otf",
                                                      "application/vnd.ms-opentype",
                                                      "font/woff",
                                                      "application/font-woff",
                                                      "font/woff2",
                                                      "application/x-font-ttf",
                                                      "application/xhtml+xml",
                                                      "application/javascript",
                                                      "application/ecmascript",
                                                      "text/javascript",
                                                      "application/x-dtbncx+xml",
                                                      "application/smil+xml",
                                                      "application/x-font-otf"};

class ManifestCheck {
 public:
  ManifestCheck(const EpubBook& book, Findings& findings) : book_(book), findings_(findings) {}

  void check() {
    if (book_.package.manifest.empty()) note(EpubRule::ManifestItem, 0, "the manifest is empty");
    for (const ManifestItem& item : book_.package.manifest) check(item);
  }

 private:
  void note(EpubRule rule, Spot spot, std::string what) { findings_.add(rule, {book_.package.path, spot}, std::move(what)); }

  void check(const ManifestItem& item) {
    const std::string_view part = item.id.empty()           ? "no id"
                                  : item.href.empty()       ? "no href"
                                  : item.media_type.empty() ? "no media-type"
                                                            : "";
    if (!part.empty()) note(EpubRule::ManifestItem, item.spot, std::string(part));
    if (!item.id.empty() && !ids_.insert(item.id).second)
      note(EpubRule::ManifestItem, item.spot, fmt::format("the id {} a second time", in_quotes(item.id)));
    using enum EpubTarget::Kind;
    if (item.target.kind == Network) return findings_.add(EpubRule::RemoteResource, {book_.package.path, item.spot}, in_quotes(item.href));
    if (item.target.kind != Inside)
      return note(EpubRule::ManifestMissing, item.spot, fmt::format("{} leads out of the book", in_quotes(item.href)));
    if (!item.href.empty()) check_file(item);
    if (!item.fallback.empty() && !book_.package.item(item.fallback))
      note(EpubRule::ManifestItem, item.spot, fmt::format("the fallback {} is no item", in_quotes(item.fallback)));
  }

  void check_file(const ManifestItem& item) {
    if (!files_.insert(item.path()).second)
      note(EpubRule::ManifestItem, item.spot, fmt::format("the file {} a second time", in_quotes(item.href)));
    if (!book_.archive.find(item.path())) return note(EpubRule::ManifestMissing, item.spot, in_quotes(item.href));
    const auto picture = book_.pictures.find(item.path());
    if (picture == book_.pictures.end()) return;
    const std::string_view type = media_type_of(picture->second.format);
    if (!type.empty() && type != item.media_type)
      note(EpubRule::MediaType, item.spot, fmt::format("{} is {}, not {}", in_quotes(item.href), type, in_quotes(item.media_type)));
  }

  const EpubBook& book_;
  Findings& findings_;
  std::set<std::string_view> ids_, files_;
};

// Follows fallbacks to a type that readers know; a ring of them ends after kMostFallbacks.
bool has_content_fallback(const Package& package, const ManifestItem& item) {
  const ManifestItem* at = &item;
  for (std::size_t steps = 0; steps < kMostFallbacks && at; ++steps) {
    if (is_content_type(at->media_type)) return true;
    at = at->fallback.empty() ? nullptr : package.item(at->fallback);
  }
  return false;
}

}  // namespace

bool is_core_media_type(std::string_view media_type) {
  return std::ranges::find(kCoreTypes, media_type) != kCoreTypes.end() || media_type.starts_with("font/") ||
         media_type.starts_with("video/");
}

bool is_content_type(std::string_view media_type) { return media_type == "application/xhtml+xml" || media_type == "image/svg+xml"; }

void check_manifest(const EpubBook& book, Findings& findings) { ManifestCheck(book, findings).check(); }

void check_spine(const EpubBook& book, Findings& findings) {
  const Package& package = book.package;
  const auto note = [&](Spot spot, std::string what) { findings.add(EpubRule::Spine, {package.path, spot}, std::move(what)); };
  if (package.spine.empty()) note(0, "it is empty");
  std::set<std::string_view> seen;
  for (const SpineItem& one : package.spine) {
    const ManifestItem* item = package.item(one.idref);
    if (!item) note(one.spot, fmt::format("{} is no item of the manifest", in_quotes(one.idref)));
    else if (!seen.insert(one.idref).second) note(one.spot, fmt::format("{} is there twice", in_quotes(one.idref)));
    else if (!has_content_fallback(package, *item))
      note(one.spot, fmt::format("{} is {}, which is no text of a book", in_quotes(item->href), in_quotes(item->media_type)));
  }
}

}  // namespace nbpublish
