// The index as a content document, with the words of EPUB Indexes 1.0.
#include <algorithm>
#include <map>
#include <utility>

#include "document/index.h"
#include "document/index_term.h"
#include "output/epub/inline_writer.h"
#include "output/epub/markup.h"
#include "output/epub/pages.h"
#include "output/epub/xhtml_page.h"

namespace nbpublish {
namespace {

void add_term(pugi::xml_node parent, std::string_view term) { add_words(parent, inlines_of_term(term)); }

class IndexWriter {
 public:
  IndexWriter(const VolumeIndex& index, const Book& book, const LinkMap& links, PageMarks marks)
      : links_(links), key_(index.key), index_(*index.entries), anchors_(index_), marks_(std::move(marks)) {
    for (const Volume& volume : book.volumes)
      for (const Topic& topic : volume.topics)
        for (const Chapter& chapter : topic.chapters) numbers_.emplace(chapter.key, printed_number(topic, chapter));
  }

  void write(pugi::xml_node body) {
    for (const IndexGroup& group : index_) {
      pugi::xml_node section = add_element(body, "section");
      set_attribute(section, "epub:type", "index-group");
      pugi::xml_node heading = add_element(section, "h2");
      if (!group.entries.empty()) marks_.mark_all(heading, entry_target(group.entries.front()));
      add_text(heading, group.heading);
      write_list(section, group.entries);
    }
  }

 private:
  InternalTarget entry_target(const IndexEntry& entry) const { return {key_, entry.anchor}; }

  void write_list(pugi::xml_node parent, const std::vector<IndexEntry>& entries) {
    pugi::xml_node list = add_element(parent, "ul");
    set_attribute(list, "epub:type", "index-entry-list");
    for (const IndexEntry& entry : entries) write_entry(list, entry);
  }

  void write_entry(pugi::xml_node list, const IndexEntry& entry) {
    pugi::xml_node item = add_element(list, "li");
    set_attribute(item, "epub:type", "index-entry");
    set_attribute(item, "id", xml_id(entry.anchor));
    marks_.mark_all(item, entry_target(entry));
    pugi::xml_node term = add_element(item, "span");
    set_attribute(term, "epub:type", "index-term");
    add_term(term, entry.term);
    write_places(item, entry);
    const bool is_place = !entry.places.empty() || !entry.children.empty();
    write_references(item, is_place ? "See also" : "See", entry.see);
    write_references(item, "See also", entry.see_also);
    if (!entry.children.empty()) write_list(item, entry.children);
  }

  // "2.1, 2.1/2, 4.3": chapters by number, further places of a chapter counted.
  void write_places(pugi::xml_node item, const IndexEntry& entry) {
    std::map<std::string, int> seen;
    for (const IndexPlace& place : entry.places) {
      if (!place.volume.empty()) {
        write_set_place(item, place);
        continue;
      }
      const Section* section = links_.section_of(place.target.chapter);
      const auto href = links_.href(place.target);
      if (!section || !href) continue;
      std::string name = section->number.empty() ? section->title : section->number;
      if (const int count = ++seen[place.target.chapter]; count > 1) name += "/" + std::to_string(count);
      add_text(item, ", ");
      marks_.mark_all(item, place.target);
      pugi::xml_node locator = add_text_element(place.main ? add_element(item, "strong") : item, "a", name);
      set_attribute(locator, "epub:type", "index-locator");
      set_attribute(locator, "href", *href);
    }
  }

  // "III 9.1" in an index of all volumes: the volume and the chapter, a link if it is this one's.
  void write_set_place(pugi::xml_node item, const IndexPlace& place) {
    const auto href = links_.href(place.target);
    const auto number = numbers_.find(place.target.chapter);
    if (number == numbers_.end()) return;
    add_text(item, ", ");
    marks_.mark_all(item, place.target);
    pugi::xml_node parent = place.main ? add_element(item, "strong") : item;
    const std::string name = place.volume + "\u00A0" + number->second;
    if (!href) return add_text(parent, name);
    pugi::xml_node locator = add_text_element(parent, "a", name);
    set_attribute(locator, "epub:type", "index-locator");
    set_attribute(locator, "href", *href);
  }

  void write_references(pugi::xml_node item, std::string_view see, const std::vector<std::string>& entries) {
    if (entries.empty()) return;
    add_text(item, ". ");
    add_text_element(item, "em", see);
    for (const std::string& entry : entries) {
      add_text(item, &entry == &entries.front() ? " " : "; ");
      pugi::xml_node link = add_element(item, "a");
      set_attribute(link, "href", "#" + xml_id(anchors_.of(entry)));
      bool is_first = true;
      for (const std::string& level : levels_of(entry)) {
        if (!std::exchange(is_first, false)) add_text(link, ": ");
        add_term(link, level);
      }
    }
  }

  const LinkMap& links_;
  const std::string key_;
  const BookIndex& index_;
  const EntryAnchors anchors_;
  PageMarks marks_;
  std::map<std::string, std::string> numbers_;  // of the chapters of the set, by their keys
};

}  // namespace

std::string index_page(const Section& section, const Publication& publication, const LinkMap& links, PageList& pages) {
  const std::vector<VolumeIndex> indexes = publication.input.texts.indexes();
  const VolumeIndex& index = *std::ranges::find(indexes, section.key, &VolumeIndex::key);
  XhtmlPage page(section.title, publication.input.texts.book->meta.language);
  pugi::xml_node body = add_element(page.body(), "section", "index");
  set_attribute(body, "epub:type", "index");
  set_attribute(body, "role", "doc-index");
  PageMarks marks(pages, section.key, section.file());
  marks.mark_all(body, {section.key, ""});
  add_text_element(body, "h1", section.title);
  IndexWriter(index, *publication.input.texts.book, links, std::move(marks)).write(body);
  return page.bytes();
}

}  // namespace nbpublish
