#include "layout/page/texts_in_order.h"

namespace nbpublish {
namespace {

ChapterHeading text_heading(const Document& document, const std::string& number) {
  return {number, plain_text(document.short_title), document.title, document.standfirst};
}

}  // namespace

std::vector<VolumeText> texts_in_order(const VolumeTexts& texts, const Document& conventions) {
  std::vector<VolumeText> all;
  const auto add_matter = [&](const auto& is_wanted) {
    for (const auto& [id, document] : texts.matter)
      if (is_wanted(id)) all.push_back({document, text_heading(*document, ""), place_of(id)});
  };
  const auto is_preface = [](MatterId id) { return id.role == MatterRole::Preface; };
  add_matter(is_preface);
  all.push_back({&conventions, text_heading(conventions, ""), MatterPlace::Front});
  add_matter([&](MatterId id) { return place_of(id) == MatterPlace::Front && !is_preface(id); });
  for (const TopicTexts& topic : texts.topics)
    for (const ChapterText& c : topic.chapters)
      all.push_back({c.document, text_heading(*c.document, printed_number(*topic.topic, *c.chapter)), std::nullopt});
  add_matter([](MatterId id) { return place_of(id) > MatterPlace::Front; });
  return all;
}

}  // namespace nbpublish
