#include "pipeline/number_places.h"

namespace nbpublish {

BookPlaceNames number_places(const Book& book, const BookTexts& texts) {
  BookPlaceNames names;
  for (const Volume& volume : book.volumes)
    for (const Topic& topic : volume.topics) {
      CaptionCounters counters;
      for (const Chapter& chapter : topic.chapters)
        if (const auto text = texts.by_key.find(chapter.key); text != texts.by_key.end())
          names[chapter.key] = names_of(text->second.facts, printed_number(topic), counters);
    }
  for (const auto& [id, file] : book.matter.files) {
    const TextFacts& facts = texts.by_key.at(key_of(id)).facts;
    const std::string letter = letter_of(id);
    CaptionCounters counters;
    PlaceNames& own = names[key_of(id)] = names_of(facts, letter, counters);
    own[""] = letter.empty() ? facts.title : std::string(kind_of(id).title) + "\u00A0" + letter;
  }
  return names;
}

std::vector<const TextFacts*> facts_in_order(const Book& book, const BookTexts& texts) {
  std::vector<const TextFacts*> out;
  for (const Volume& volume : book.volumes)
    for (const Topic& topic : volume.topics)
      for (const Chapter& chapter : topic.chapters)
        if (const auto text = texts.by_key.find(chapter.key); text != texts.by_key.end()) out.push_back(&text->second.facts);
  for (const auto& [id, file] : book.matter.files) out.push_back(&texts.by_key.at(key_of(id)).facts);
  return out;
}

}  // namespace nbpublish
