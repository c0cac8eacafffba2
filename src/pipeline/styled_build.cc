#include "pipeline/styled_build.h"

#include "document/printed_urls.h"

namespace nbpublish {
namespace {

bool changes_texts(const Style& style) { return style.printed_urls == "notes"; }

std::map<std::string, Document> with_notes(const VolumeTexts& texts) {
  std::map<std::string, Document> own;
  for (const Document* document : texts.documents()) own.emplace(document->chapter, with_printed_urls(*document));
  return own;
}

}  // namespace

StyledBuild::StyledBuild(const VolumeBuild& build, const Style& style)
    : own_(changes_texts(style) ? with_notes(build.texts) : std::map<std::string, Document>{}), build_{build.texts, build.pictures} {
  build_.elsewhere = build.elsewhere;
  build_.store = build.store;
  for (TopicTexts& topic : build_.texts.topics)
    for (ChapterText& text : topic.chapters) use_own(text.document);
  for (auto& [id, document] : build_.texts.matter) use_own(document);
}

void StyledBuild::use_own(const Document*& document) const {
  if (document == nullptr) return;
  if (const auto own = own_.find(document->chapter); own != own_.end()) document = &own->second;
}

}  // namespace nbpublish
