#include "output/epub/publication.h"

#include <algorithm>

#include "book/names.h"
#include "document/addresses.h"
#include "output/epub/file_names.h"
#include "output/epub/pieces.h"
#include "output/epub/sample.h"

namespace nbpublish {
namespace {

struct MatterKind {
  std::string_view key, title;
};
constexpr MatterKind kFront[] = {{"dedication", ""}};
// After the contents: a store's sample must soon reach the text, so the preface is the last before it.
constexpr MatterKind kBeforeBody[] = {{"preface", "Preface"}, {"acknowledgments", "Acknowledgments"}, {"contributors", "Contributors"}};
constexpr MatterKind kBack[] = {{"glossary", "Glossary"}};
constexpr MatterKind kBehindIndex[] = {{"about-author", "About the Author"}, {"colophon", "Colophon"}};

class Planner {
 public:
  explicit Planner(const EpubInput& input) : publication_{input, {}} {}

  Publication plan() {
    add_page(SectionKind::Cover, "cover", "");
    add_page(SectionKind::TitlePage, "title-page", "");
    add_page(SectionKind::Copyright, "copyright", "");
    for (const MatterKind& kind : kFront) add_matter(kind.key, kind.title);
    add_page(SectionKind::Contents, "contents", "");
    for (const MatterKind& kind : kBeforeBody) add_matter(kind.key, kind.title);
    for (std::size_t topic = 0; topic < publication_.input.topics.size(); ++topic) {
      for (const EpubPart& part : publication_.input.parts)
        if (part.first_topic == topic) add_part(*part.volume);
      add_topic(publication_.input.topics[topic]);
    }
    add_appendices();
    for (const MatterKind& kind : kBack) add_matter(kind.key, kind.title);
    if (publication_.input.index && !publication_.input.index->empty()) add_page(SectionKind::Index, kIndexKey, "Index");
    for (const MatterKind& kind : kBehindIndex) add_matter(kind.key, kind.title);
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

  void add_matter(std::string_view key, std::string_view default_title) {
    const auto found = publication_.input.matter.find(std::string(key));
    if (found == publication_.input.matter.end() || !found->second) return;
    const std::string own = plain_text(found->second->title);
    Section& section = add(SectionKind::Matter, key, own.empty() || key == "dedication" ? std::string(default_title) : own);
    section.matter = key;
    section.key = found->second->chapter;
    section.document = found->second;
    add_pieces();
  }

  // "appendix-1", "appendix-2": by number, as long as there are any.
  void add_appendices() {
    for (int n = 1; publication_.input.matter.contains("appendix-" + std::to_string(n)); ++n)
      add_matter("appendix-" + std::to_string(n), "Appendix " + std::string(1, static_cast<char>('A' + (n - 1) % 26)));
  }

  void add_part(const Volume& volume) {
    Section& section = add(SectionKind::Part, "part-" + std::to_string(volume.number), volume.title.plain());
    section.part = &volume;
    section.number = roman_numeral(volume.number);
  }

  void add_topic(const EpubTopic& topic) {
    const std::string number = printed_number(*topic.topic);
    Section& section = add(SectionKind::Topic, "topic-" + number, topic.topic->title.plain());
    section.topic = &topic;
    section.number = number;
    section.key = topic_place(number);
    for (const EpubChapter& chapter : topic.chapters)
      if (chapter.document) add_chapter(topic, chapter);
  }

  void add_chapter(const EpubTopic& topic, const EpubChapter& chapter) {
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
    const bool begins_well = !wanted.empty() && ((wanted[0] >= 'a' && wanted[0] <= 'z') || (wanted[0] >= 'A' && wanted[0] <= 'Z'));
    return names_.unique(begins_well && !is_others ? std::string(wanted) : (is_others ? "s-" : "s") + std::string(wanted));
  }

  // The signs between the parts of a key become hyphens.
  static bool starts_with(std::string_view key, std::string_view prefix) {
    return key.size() >= prefix.size() && std::ranges::equal(key.substr(0, prefix.size()), prefix, [](char c, char p) {
             const bool is_sign = c == '/' || c == '.' || c == '_';
             return (is_sign ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c) == p;
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
  const std::string& set = input.book->meta.title.plain();
  const std::string& volume = input.volume->title.plain();
  if (set.empty()) return volume.empty() ? input.volume->key : volume;
  if (volume.empty() || volume == set) return set;
  const std::string numeral = roman_numeral(input.volume->number);
  return set + (numeral.empty() ? "" : ", Volume " + numeral) + ": " + volume;
}

bool is_in_series(const EpubInput& input) {
  const Phrase& set = input.book->meta.title;
  return !set.empty() && input.volume->number >= 1 && !input.volume->title.empty() && input.volume->title != set;
}

std::string contents_title(const Section& section) {
  if (section.kind == SectionKind::Part)
    return section.number.empty() ? section.title : "Volume " + section.number + (section.title.empty() ? "" : ": " + section.title);
  if (section.kind == SectionKind::Topic) return "Chapter " + section.number + (section.title.empty() ? "" : ": " + section.title);
  return section.number.empty() ? section.title : section.number + " " + section.title;
}

}  // namespace nbpublish
