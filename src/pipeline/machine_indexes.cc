#include "pipeline/machine_indexes.h"

#include <algorithm>
#include <utility>

#include "base/roman.h"
#include "pipeline/defines_terms.h"

namespace nbpublish {
namespace {

// Those whose names the indexes have.
std::vector<Document*> named_texts(const Book& book, const Volume& volume, LoadedVolume& loaded) {
  std::vector<Document*> texts;
  for (const Topic& topic : volume.topics)
    for (const Chapter& chapter : topic.chapters)
      if (const auto it = loaded.chapters.find(chapter.key); it != loaded.chapters.end()) texts.push_back(&it->second);
  for (auto& [id, document] : loaded.matter)
    if (defines_terms(book, document.chapter)) texts.push_back(&document);
  return texts;
}

NameIndexes wanted_names(const Book& book, const std::vector<NamePlace>& places) {
  NameIndexes names = collect_names(places, book.meta.language);
  if (!book.index.of_apis) names.apis.clear();
  if (!book.index.of_errors) names.errors.clear();
  return names;
}

}  // namespace

void add_name_indexes(const Book& book, const Volume& volume, LoadedVolume& loaded) {
  if (!book.index.of_apis && !book.index.of_errors) return;
  loaded.name_places = mark_names(named_texts(book, volume, loaded));
  loaded.names = wanted_names(book, loaded.name_places);
}

void collect_names_of_set(const Book& book, const std::vector<const Volume*>& volumes, std::vector<LoadedVolume>& loaded) {
  std::vector<NamePlace> places;
  std::size_t last = loaded.size();
  for (const Volume& volume : book.volumes) {
    last = static_cast<std::size_t>(std::ranges::find(volumes, &volume) - volumes.begin());
    for (NamePlace place : loaded[last].name_places) {
      if (&volume != &book.volumes.back() && !loaded[last].chapters.contains(place.target.chapter)) continue;  // matter, in each of them
      place.volume = capital_roman(volume.number);
      places.push_back(std::move(place));
    }
  }
  if (last < loaded.size()) loaded[last].names = wanted_names(book, places);
}

}  // namespace nbpublish
