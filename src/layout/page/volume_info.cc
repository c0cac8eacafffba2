#include "layout/page/volume_info.h"

namespace nbpublish {

VolumeInfo volume_info(const VolumeTexts& texts) {
  const Metadata& meta = texts.book->meta;
  const Volume& volume = *texts.volume;
  VolumeInfo out;
  const bool several = texts.book->volumes.size() > 1;
  out.title = several ? meta.title.plain() + ": " + volume.title.plain() : meta.title.plain();
  out.subtitle = (several ? volume.subtitle : meta.subtitle).plain();
  for (const std::string& author : meta.authors) out.author += (out.author.empty() ? "" : ", ") + author;
  out.subject = volume.description.empty() ? meta.description : volume.description;
  out.publisher = meta.publisher;
  out.language = meta.language;
  out.rights = meta.rights;
  if (const auto it = volume.identifiers.find("pdf"); it != volume.identifiers.end()) out.identifier = it->second;
  for (const TopicTexts& t : texts.topics) out.keywords.push_back(t.topic->title.plain());
  return out;
}

}  // namespace nbpublish
