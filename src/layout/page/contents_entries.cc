#include "layout/page/contents_entries.h"

#include "document/blank.h"
#include "layout/page/topic_page.h"

namespace nbpublish {
namespace {

using Level = ContentsEntry::Level;

ContentsEntry topic_entry(const TopicTexts& texts) {
  const Topic& topic = *texts.topic;
  return {Level::Topic, printed_number(topic), topic.title.plain(), texts.chapters.empty() ? "" : topic_key(topic)};
}

ContentsEntry text_entry(const VolumeText& text) {
  const Document& document = *text.document;
  return {Level::Chapter, text.heading.number, plain_text(text.heading.title), document.chapter, document.file, document.front.title_span};
}

ContentsEntry chapter_entry(const Topic& topic, const ChapterText& chapter) {
  const Document& document = *chapter.document;
  return {Level::Chapter,           printed_number(topic, *chapter.chapter), plain_text(document.title), document.chapter, document.file,
          document.front.title_span};
}

void add_sections(std::vector<ContentsEntry>& entries, const Document& document) {
  for (const Block& block : document.blocks)
    if (const auto* h = as<Heading>(block); h != nullptr && h->level == 2)
      entries.push_back({Level::Section, "", plain_text(h->children), document.chapter + "#" + h->anchor, document.file, block.span});
}

}  // namespace

std::vector<ContentsEntry> glance_entries(const std::vector<TopicTexts>& topics) {
  std::vector<ContentsEntry> entries;
  for (const TopicTexts& topic : topics) {
    entries.push_back(topic_entry(topic));
    for (const ChapterText& chapter : topic.chapters) entries.push_back(chapter_entry(*topic.topic, chapter));
  }
  return entries;
}

std::vector<ContentsEntry> full_entries(const VolumeTexts& texts, const std::vector<VolumeText>& in_order) {
  std::vector<ContentsEntry> entries;
  auto text = in_order.begin();
  const auto add_matter = [&](MatterPlace place) {
    for (; text != in_order.end() && text->place == place; ++text)
      if (!is_blank(text->heading.title)) entries.push_back(text_entry(*text));
  };
  add_matter(MatterPlace::Front);
  for (const TopicTexts& topic : texts.topics) {
    entries.push_back(topic_entry(topic));
    for (std::size_t c = 0; c < topic.chapters.size(); ++c, ++text) {
      entries.push_back(text_entry(*text));
      add_sections(entries, *text->document);
    }
  }
  add_matter(MatterPlace::Back);
  for (const VolumeIndex& index : texts.indexes())
    entries.push_back({Level::Chapter, "", std::string(index.title), std::string(index.key)});
  add_matter(MatterPlace::BehindIndex);
  return entries;
}

std::vector<ContentsEntry> caption_entries_of(const std::vector<VolumeText>& in_order, CaptionList list, int shortest) {
  std::vector<const Document*> documents;
  for (const VolumeText& text : in_order) documents.push_back(text.document);
  std::vector<ContentsEntry> entries;
  for (CaptionEntry& entry : caption_entries(documents, list))
    entries.push_back({Level::Caption, std::move(entry.number), std::move(entry.text), destination_name(entry.target)});
  if (static_cast<int>(entries.size()) < shortest) entries.clear();
  return entries;
}

}  // namespace nbpublish
