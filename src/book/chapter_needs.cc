#include "book/chapter_needs.h"

#include "document/walk.h"

namespace nbpublish {
namespace {

// How often the document refers to each chapter, by its key.
std::map<std::string, int> references_of(const Document& document) {
  std::map<std::string, int> references;
  for_each_inline(document, [&](const Inline& inl, const Block&) {
    const auto* link = as<Link>(inl);
    const auto* target = link == nullptr ? nullptr : std::get_if<InternalTarget>(&link->target);
    if (target != nullptr) ++references[target->chapter];
  });
  return references;
}

}  // namespace

ChapterNeeds chapter_needs(const VolumeTexts& texts) {
  ChapterNeeds needs;
  std::vector<NeededChapter> before;
  for (const TopicTexts& topic : texts.topics)
    for (const ChapterText& chapter : topic.chapters) {
      if (chapter.document == nullptr) continue;
      const Document& document = *chapter.document;
      const std::map<std::string, int> references = references_of(document);
      for (const NeededChapter& other : before)
        if (const auto found = references.find(other.key); found != references.end())
          needs[document.chapter].push_back({other.words, other.key, found->second});
      const Inlines& title = document.short_title.empty() ? document.title : document.short_title;
      before.push_back({printed_number(*topic.topic, *chapter.chapter) + " " + plain_text(title), document.chapter});
    }
  return needs;
}

}  // namespace nbpublish
