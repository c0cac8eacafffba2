#include "output/epub/links.h"

#include "base/overloaded.h"
#include "document/anchors.h"
#include "output/epub/markup.h"

namespace nbpublish {

LinkMap::LinkMap(const Publication& publication) : publication_(publication) {
  for (const Section& section : publication.sections)
    if (section.document) anchors_.emplace(section.key, anchors_of(*section.document));
  for (const Volume& volume : publication.input.book->volumes)
    for (const Topic& topic : volume.topics)
      for (const Chapter& chapter : topic.chapters) public_paths_.emplace(chapter.key, public_path(chapter));
}

std::optional<std::string> LinkMap::href(const LinkTarget& target) const {
  return std::visit(overloaded{[](const RawTarget&) -> std::optional<std::string> { return std::nullopt; },
                               [](const ExternalTarget& external) -> std::optional<std::string> {
                                 if (!is_valid_url(external.url)) return std::nullopt;
                                 return encode_url(external.url);
                               },
                               [&](const InternalTarget& place) { return internal(place); }},
                    target);
}

std::optional<std::string> LinkMap::internal(const InternalTarget& target) const {
  const Section* section = publication_.find_key(target.chapter);
  if (!section) return public_page(target);
  const auto anchors = anchors_.find(target.chapter);
  if (anchors == anchors_.end() || !anchors->second.contains(target.anchor)) return section->file();
  return section->file() + '#' + encode_url(xml_id(target.anchor));
}

std::optional<std::string> LinkMap::public_page(const InternalTarget& target) const {
  const std::string& site = publication_.input.book->meta.site;
  const auto path = public_paths_.find(target.chapter);
  if (site.empty() || path == public_paths_.end()) return std::nullopt;
  const std::string url = site + path->second + (target.anchor.empty() ? "" : "#" + target.anchor);
  return is_valid_url(url) ? std::optional(encode_url(url)) : std::nullopt;
}

}  // namespace nbpublish
