#include "layout/page/texts_in_order.h"

#include "book/chapter_needs.h"

namespace nbpublish {
namespace {

ChapterHeading text_heading(const Document& document, const std::string& number) {
  return {number, plain_text(document.short_title), document.title, document.standfirst};
}

void add_sections_to(ChapterHeading& heading, const Document& document) {
  for (const Block& block : document.blocks)
    if (const auto* h = as<Heading>(block); h != nullptr && h->level == 2)
      heading.sections.push_back({plain_text(h->children), {document.chapter, h->anchor}});
}

}  // namespace

std::vector<VolumeText> texts_in_order(const VolumeTexts& texts, const Document& conventions) {
  std::vector<VolumeText> all;
  const auto add_matter = [&](const auto& is_wanted) {
    for (const auto& [id, document] : texts.matter) {
      if (!is_wanted(id)) continue;
      all.push_back({document, text_heading(*document, ""), place_of(id)});
      all.back().heading.heads_entries = id.role == MatterRole::Glossary;
    }
  };
  const auto is_preface = [](MatterId id) { return id.role == MatterRole::Preface; };
  add_matter(is_preface);
  all.push_back({&conventions, text_heading(conventions, ""), MatterPlace::Front});
  add_matter([&](MatterId id) { return place_of(id) == MatterPlace::Front && !is_preface(id); });
  const ChapterNeeds needs = chapter_needs(texts);
  for (const TopicTexts& topic : texts.topics)
    for (const ChapterText& c : topic.chapters) {
      ChapterHeading heading = text_heading(*c.document, printed_number(*topic.topic, *c.chapter));
      add_sections_to(heading, *c.document);
      if (const auto found = needs.find(c.document->chapter); found != needs.end())
        for (const NeededChapter& need : found->second) heading.needs.push_back({need.words, {need.key, ""}, need.references});
      all.push_back({c.document, std::move(heading), std::nullopt});
    }
  add_matter([](MatterId id) { return place_of(id) > MatterPlace::Front; });
  return all;
}

}  // namespace nbpublish
