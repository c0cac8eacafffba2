#include "pipeline/loaded_volume.h"

#include <utility>

namespace nbpublish {

VolumeTexts LoadedVolume::texts(const Book& book, const Volume& volume, bool early_access) const {
  VolumeTexts out;
  out.book = &book;
  out.volume = &volume;
  for (const Topic& topic : volume.topics) {
    TopicTexts texts{&topic, {}};
    for (const Chapter& chapter : topic.chapters)
      if (const auto it = chapters.find(chapter.key); it != chapters.end()) texts.chapters.push_back({&chapter, &it->second});
    if (!texts.chapters.empty() || early_access) out.topics.push_back(std::move(texts));
  }
  for (const auto& [id, document] : matter) out.matter.emplace(id, &document);
  out.index = &index;
  out.names = &names;
  out.early_access = early_access;
  return out;
}

}  // namespace nbpublish
