#include "pipeline/book_addresses.h"

#include <set>
#include <utility>

#include "base/roman.h"
#include "document/anchors.h"
#include "pipeline/published.h"

namespace nbpublish {
namespace {

// Adds what is known of the address's text.
void complete(ChapterAddress& address, const ReadTexts& texts) {
  const auto it = texts.documents.find(address.key);
  address.is_read = it != texts.documents.end();
  if (!address.is_read) return;
  address.anchors = anchors_of(it->second);
  address.title_anchors = title_anchors_of(it->second);
  address.label = it->second.front.label;
  address.names = texts.names.at(address.key);
}

std::set<std::string> keys_of_chapters(const Volume& volume) {
  std::set<std::string> keys;
  for (const Topic& topic : volume.topics)
    for (const Chapter& chapter : topic.chapters) keys.insert(chapter.key);
  return keys;
}

ChapterPresence presence_of(const Chapter& chapter, bool is_here, bool early_access) {
  if (!is_published(chapter, early_access)) return ChapterPresence::Unpublished;
  return is_here ? ChapterPresence::ThisVolume : ChapterPresence::OtherVolume;
}

}  // namespace

BookAddresses book_addresses(const Book& book, const Volume& volume, const ReadTexts& texts, bool early_access) {
  BookAddresses out;
  out.site = book.meta.site;
  const std::set<std::string> here = keys_of_chapters(volume);
  for (const Volume& v : book.volumes)
    for (const Topic& topic : v.topics)
      for (const Chapter& chapter : topic.chapters) {
        const bool is_here = here.contains(chapter.key);
        ChapterAddress address;
        address.key = chapter.key;
        address.file = chapter.file;
        address.public_path = public_path(chapter);
        address.number = printed_number(topic, chapter);
        address.topic_number = printed_number(topic);
        address.presence = presence_of(chapter, is_here, early_access);
        if (!is_here) {
          address.volume = "Volume\u00A0" + capital_roman(v.number);
          address.volume_title = v.title.plain();
        }
        complete(address, texts);
        out.chapters.push_back(std::move(address));
      }
  for (const auto& [id, file] : book.matter.files) {
    ChapterAddress address;
    address.key = key_of(id);
    address.file = file;
    address.topic_number = letter_of(id);
    complete(address, texts);
    out.chapters.push_back(std::move(address));
  }
  return out;
}

}  // namespace nbpublish
