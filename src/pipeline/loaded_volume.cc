#include "pipeline/loaded_volume.h"

#include <utility>

namespace nbpublish {
namespace {

Document head_of(Document document) {
  Document head;
  head.file = std::move(document.file);
  head.chapter = std::move(document.chapter);
  head.title = std::move(document.title);
  head.front = std::move(document.front);
  return head;
}

// In a fixed order.
std::vector<Document*> documents_of(LoadedVolume& loaded) {
  std::vector<Document*> out;
  for (auto& [key, document] : loaded.chapters) out.push_back(&document);
  for (auto& [id, document] : loaded.matter) out.push_back(&document);
  return out;
}

}  // namespace

void LoadedVolume::put_away() {
  if (std::exchange(is_away_, true)) return;
  const bool is_packed = !packed_.empty();
  for (Document* document : documents_of(*this)) {
    if (!is_packed) packed_.push_back(pack(*document));
    *document = head_of(std::move(*document));
  }
}

void LoadedVolume::take_out() {
  if (!std::exchange(is_away_, false)) return;
  const std::vector<Document*> documents = documents_of(*this);
  for (std::size_t i = 0; i < documents.size(); ++i) *documents[i] = unpack(packed_[i]);
}

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
