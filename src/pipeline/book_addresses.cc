#include "pipeline/book_addresses.h"

#include <cstdint>
#include <set>
#include <utility>

#include "base/roman.h"
#include "pipeline/published.h"

namespace nbpublish {
namespace {

// Adds what is known of the address's text.
void complete(ChapterAddress& address, const BookTexts& texts, const BookPlaceNames& names) {
  const auto text = texts.by_key.find(address.key);
  address.is_read = text != texts.by_key.end();
  if (!address.is_read) return;
  const TextFacts& facts = text->second.facts;
  address.anchors = facts.anchors;
  address.title_anchors = facts.title_anchors;
  address.label = facts.label;
  address.names = names.at(address.key);
}

std::set<std::string> keys_of_chapters(const Volume& volume) {
  std::set<std::string> keys;
  for (const Topic& topic : volume.topics)
    for (const Chapter& chapter : topic.chapters) keys.insert(chapter.key);
  return keys;
}

std::string volume_name(const Volume& volume) { return "Volume\u00A0" + capital_roman(volume.number); }

ChapterPresence presence_of(const Chapter& chapter, bool is_here, bool early_access) {
  if (!is_published(chapter, early_access)) return ChapterPresence::Unpublished;
  return is_here ? ChapterPresence::ThisVolume : ChapterPresence::OtherVolume;
}

// What mentions of the book's other topics and chapters may become.
void add_far_chapters(BookAddresses& out, const Book& book, const std::set<std::string>& here, const BookTexts& texts, bool early_access) {
  out.far_mentions = book.far_mentions == FarMentions::Plain ? 0 : book.far_mentions == FarMentions::First ? 1 : SIZE_MAX;
  if (out.far_mentions == 0) return;
  for (const Volume& v : book.volumes)
    for (const Topic& topic : v.topics) {
      bool is_published_topic = false;
      for (const Chapter& chapter : topic.chapters) {
        const bool is_out = is_published(chapter, early_access);
        is_published_topic = is_published_topic || is_out;
        if (here.contains(chapter.key) && is_out) continue;
        const auto text = texts.by_key.find(chapter.key);
        const std::string title = text == texts.by_key.end() ? chapter.title : text->second.facts.title;
        const std::string page = is_out && !out.site.empty() ? out.site + public_path(chapter) : "";
        out.far.push_back({printed_number(topic, chapter), title, is_out ? volume_name(v) : "", page});
      }
      out.far.push_back({printed_number(topic), topic.title.plain(), is_published_topic ? volume_name(v) : ""});
    }
}

}  // namespace

BookAddresses book_addresses(const Book& book, const Volume& volume, const BookTexts& texts, const BookPlaceNames& names,
                             bool early_access) {
  BookAddresses out;
  out.site = book.meta.site;
  const std::set<std::string> here = keys_of_chapters(volume);
  add_far_chapters(out, book, here, texts, early_access);
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
          address.volume = volume_name(v);
          address.volume_title = v.title.plain();
        }
        complete(address, texts, names);
        out.chapters.push_back(std::move(address));
      }
  for (const auto& [id, file] : book.matter.files) {
    ChapterAddress address;
    address.key = key_of(id);
    address.file = file;
    address.topic_number = letter_of(id);
    complete(address, texts, names);
    out.chapters.push_back(std::move(address));
  }
  return out;
}

}  // namespace nbpublish
