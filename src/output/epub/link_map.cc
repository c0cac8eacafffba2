#include "output/epub/link_map.h"

#include "base/overloaded.h"
#include "document/anchors.h"
#include "document/href.h"
#include "output/epub/markup.h"
#include "output/epub/note_places.h"

namespace nbpublish {

LinkMap::LinkMap(const Publication& publication) : publication_(publication) {
  for (const Section& section : publication.sections)
    if (!section.key.empty()) sections_.emplace(section.key, &section);
  for (const Section& section : publication.sections) {
    if (section.document == nullptr) continue;
    auto& files = anchors_[section.key];
    for (const std::string& anchor : anchors_of(section.blocks())) files.emplace(anchor, &section);
  }
  // Notes stand where they are first marked.
  for (const Section& section : publication.sections) {
    if (section.document == nullptr || section.is_continued()) continue;
    const NotePlaces places(*section.document, publication.pieces_of(section));
    for (std::size_t note = 0; note < section.document->notes.size(); ++note)
      for (const std::string& anchor : anchors_of(std::span(section.document->notes[note].blocks)))
        anchors_[section.key].emplace(anchor, places.section_of(note));
  }
}

std::optional<std::string> LinkMap::href(const LinkTarget& target) const {
  return std::visit(overloaded{[](const RawTarget&) -> std::optional<std::string> { return std::nullopt; },
                               [](const ExternalTarget& external) -> std::optional<std::string> {
                                 std::string url = encode_url(external.url);
                                 if (!is_valid_url(url)) return std::nullopt;
                                 return url;
                               },
                               [&](const InternalTarget& place) { return internal(place); }},
                    target);
}

std::optional<std::string> LinkMap::file_of_listing(const std::string& chapter, const std::string& name) const {
  const std::string& code = publication_.input.texts.book->meta.code;
  const std::string url = code + '/' + chapter + '/' + name;
  if (code.empty() || name.empty() || !is_valid_url(url)) return std::nullopt;
  return encode_url(url);
}

const Section* LinkMap::section_of(const std::string& key) const {
  const auto found = sections_.find(key);
  return found == sections_.end() ? nullptr : found->second;
}

bool LinkMap::holds(const InternalTarget& target) const {
  const auto anchors = anchors_.find(target.chapter);
  return anchors != anchors_.end() && (target.anchor.empty() || anchors->second.contains(target.anchor));
}

std::optional<std::string> LinkMap::internal(const InternalTarget& target) const {
  const Section* section = section_of(target.chapter);
  if (!section) return std::nullopt;
  const auto anchors = anchors_.find(target.chapter);
  if (anchors == anchors_.end()) return section->file();
  const auto found = anchors->second.find(target.anchor);
  if (found == anchors->second.end()) return section->file();
  return found->second->file() + '#' + encode_url(xml_id(target.anchor));
}

}  // namespace nbpublish
