#include "book/volume_texts.h"

namespace nbpublish {

std::vector<VolumeIndex> VolumeTexts::indexes() const {
  std::vector<VolumeIndex> out{{kIndexKey, "Index", index}};
  if (names != nullptr) {
    out.push_back({kApiIndexKey, "Index of APIs", &names->apis});
    out.push_back({kErrorIndexKey, "Index of Errors and Flags", &names->errors});
  }
  std::erase_if(out, [](const VolumeIndex& one) { return one.entries == nullptr || one.entries->empty(); });
  return out;
}

std::vector<const Document*> VolumeTexts::documents() const {
  std::vector<const Document*> out;
  for (const TopicTexts& topic : topics)
    for (const ChapterText& text : topic.chapters)
      if (text.document != nullptr) out.push_back(text.document);
  for (const auto& [id, document] : matter) out.push_back(document);
  return out;
}

DocumentsByKey VolumeTexts::documents_by_key() const {
  DocumentsByKey out;
  for (const Document* document : documents()) out.emplace(document->chapter, document);
  return out;
}

}  // namespace nbpublish
