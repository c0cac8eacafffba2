#include "output/epub/links.h"

#include "base/overloaded.h"
#include "document/anchors.h"
#include "document/href.h"
#include "output/epub/markup.h"

namespace nbpublish {

LinkMap::LinkMap(const Publication& publication) : publication_(publication) {
  for (const Section& section : publication.sections)
    if (section.document) anchors_.emplace(section.key, anchors_of(*section.document));
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
  if (!section) return std::nullopt;
  const auto anchors = anchors_.find(target.chapter);
  if (anchors == anchors_.end() || !anchors->second.contains(target.anchor)) return section->file();
  return section->file() + '#' + encode_url(xml_id(target.anchor));
}

}  // namespace nbpublish
