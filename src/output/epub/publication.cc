#include "output/epub/publication.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/roman.h"
#include "document/addresses.h"
#include "output/epub/file_names.h"
#include "output/epub/pieces.h"
#include "output/epub/sample.h"

namespace nbpublish {
namespace {

class Planner {
 public:
  explicit Planner(const EpubInput& input) : publication_{input, {}} {}

  Publication plan() {
    add_page(SectionKind::Cover, "cover", "");
    add_page(SectionKind::TitlePage, "title-page", "");
    add_page(SectionKind::Copyright, "copyright", "");
    add_matter(MatterPlace::TitlePages);
    add_page(SectionKind::Contents, "contents", "");
    add_matter(MatterPlace::Front);
    for (std::size_t topic = 0; topic < publication_.input.texts.topics.size(); ++topic) {
      for (const EpubPart& part : publication_.input.parts)
        if (part.first_topic == topic) add_part(*part.volume);
      add_topic(publication_.input.texts.topics[topic]);
    }
    add_matter(MatterPlace::Back);
    for (const VolumeIndex& index : publication_.input.texts.indexes()) {
      Section& section = add(SectionKind::Index, index.key, std::string(index.title));
      section.key = index.key;
    }
    add_matter(MatterPlace::BehindIndex);
    add_page(SectionKind::Accessibility, "accessibility", "Accessibility");
    add_page(SectionKind::Imprint, "imprint", "Imprint");
    if (publication_.input.is_sample) keep_sample(publication_.sections);
    return std::move(publication_);
  }

 private:
  Section& add(SectionKind kind, std::string_view wanted_name, std::string title) {
    Section section;
    section.kind = kind;
    section.name = unique_name(wanted_name);
    section.title = std::move(title);
    return publication_.sections.emplace_back(std::move(section));
  }
  void add_page(SectionKind kind, std::string_view name, std::string title) { add(kind, name, std::move(title)); }

  void add_matter(MatterPlace place) {
    for (const auto& [id, document] : publication_.input.texts.matter) {
      if (place_of(id) != place) continue;
      const std::string own = plain_text(document->title);
      const bool has_heading = place != MatterPlace::TitlePages;
      Section& section = add(SectionKind::Matter, name_of(id), !has_heading ? "" : own.empty() ? default_title(id) : own);
      section.matter = id;
      section.key = document->chapter;
      section.document = document;
      add_pieces();
    }
  }

  void add_part(const Volume& volume) {
    Section& section = add(SectionKind::Part, "part-" + std::to_string(volume.number), volume.title.plain());
    section.part = &volume;
    section.number = capital_roman(volume.number);
  }

  void add_topic(const TopicTexts& topic) {
    const std::string number = printed_number(*topic.topic);
    Section& section = add(SectionKind::Topic, "topic-" + number, topic.topic->title.plain());
    section.topic = &topic;
    section.number = number;
    section.key = topic_place(number);
    for (const ChapterText& chapter : topic.chapters)
      if (chapter.document) add_chapter(topic, chapter);
  }

  void add_chapter(const TopicTexts& topic, const ChapterText& chapter) {
    const std::string title = plain_text(chapter.document->title);
    Section& section = add(SectionKind::Chapter, chapter.chapter->key, title.empty() ? chapter.chapter->key : title);
    section.key = chapter.chapter->key;
    section.number = printed_number(*topic.topic, *chapter.chapter);
    section.topic = &topic;
    section.document = chapter.document;
    add_pieces();
  }

  // Divides the last section, which has its document.
  void add_pieces() {
    const Section whole = publication_.sections.back();
    const std::vector<std::size_t> starts = piece_starts(whole.document->blocks);
    for (std::size_t i = 0; i < starts.size(); ++i) {
      Section& piece = i == 0 ? publication_.sections.back() : publication_.sections.emplace_back(whole);
      if (i > 0) piece.name = unique_name(whole.name + "-" + std::to_string(i + 1));
      piece.first = starts[i];
      piece.end = i + 1 < starts.size() ? starts[i + 1] : whole.document->blocks.size();
    }
  }

  // A legal XML id, a letter first, and none that the package document gives to what is no section.
  std::string unique_name(std::string_view wanted) {
    constexpr std::string_view kOthers[] = {"image-", "font-", "person-", "subject-"};
    const bool is_others = std::ranges::any_of(kOthers, [&](std::string_view prefix) { return starts_with(wanted, prefix); });
    const bool begins_well = !wanted.empty() && is_letter(wanted[0]);
    return names_.unique(begins_well && !is_others ? std::string(wanted) : (is_others ? "s-" : "s") + std::string(wanted));
  }

  // The signs between the parts of a key become hyphens.
  static bool starts_with(std::string_view key, std::string_view prefix) {
    return key.size() >= prefix.size() && std::ranges::equal(key.substr(0, prefix.size()), prefix, [](char c, char p) {
             const bool is_sign = c == '/' || c == '.' || c == '_';
             return (is_sign ? '-' : to_lower(c)) == p;
           });
  }

  Publication publication_;
  FileNames names_{
      {"toc", "ncx", "cover-image", "book-css", "fonts-css", "identifier", "title", "subtitle", "series", "conformance", "certifier"}};
};

}  // namespace

std::vector<const Section*> Publication::pieces_of(const Section& section) const {
  if (section.document == nullptr) return {&section};
  std::vector<const Section*> pieces;
  for (const Section& other : sections)
    if (other.document == section.document) pieces.push_back(&other);
  return pieces;
}

const Section* Publication::first_of(SectionKind kind) const {
  for (const Section& section : sections)
    if (section.kind == kind) return &section;
  return nullptr;
}

Publication plan_publication(const EpubInput& input) { return Planner(input).plan(); }

std::string full_title(const EpubInput& input) { return volume_title(input) + (input.is_sample ? " (Sample)" : ""); }

std::string volume_title(const EpubInput& input) {
  const std::string& set = input.texts.book->meta.title.plain();
  const std::string& volume = input.texts.volume->title.plain();
  if (set.empty()) return volume.empty() ? input.texts.volume->key : volume;
  if (volume.empty() || volume == set) return set;
  const std::string numeral = capital_roman(input.texts.volume->number);
  return set + (numeral.empty() ? "" : ", Volume " + numeral) + ": " + volume;
}

bool is_in_series(const EpubInput& input) {
  const Phrase& set = input.texts.book->meta.title;
  return !set.empty() && input.texts.volume->number >= 1 && !input.texts.volume->title.empty() && input.texts.volume->title != set;
}

std::string contents_title(const Section& section) {
  if (section.kind == SectionKind::Part)
    return section.number.empty() ? section.title : "Volume " + section.number + (section.title.empty() ? "" : ": " + section.title);
  if (section.kind == SectionKind::Topic) return "Chapter " + section.number + (section.title.empty() ? "" : ": " + section.title);
  return section.number.empty() ? section.title : section.number + " " + section.title;
}

}  // namespace nbpublish
