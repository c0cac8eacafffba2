// The publication: which content documents the EPUB has, in reading order, and what they are called.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "output/epub/write_epub.h"

namespace nbpublish {

enum class SectionKind : std::uint8_t {
  Cover,
  TitlePage,
  Copyright,
  Matter,
  Contents,
  Part,      // a volume of an omnibus
  Topic,
  Chapter,
  SampleEnd,
  Index,
  Accessibility,
  Imprint
};

// One content document of the spine. A long text has several; all but the first are continued ones, which no list names.
struct Section {
  SectionKind kind{};
  std::string name;    // of the file without ".xhtml", and of its manifest item; unique
  std::string key;     // what InternalTarget::chapter calls it; empty for pages that none leads to
  std::string matter;  // "preface", "appendix-1", ...; empty for others
  std::string number;  // "9", "9.1"; empty for others
  std::string title;   // plain text, without the number; empty = not in the contents
  const Volume* part = nullptr;
  const EpubTopic* topic = nullptr;
  const Document* document = nullptr;
  std::size_t first = 0, end = 0;  // which blocks of the document stand here

  bool is_continued() const { return first > 0; }
  std::span<const Block> blocks() const { return std::span(document->blocks).subspan(first, end - first); }
  std::string file() const { return name + ".xhtml"; }
};

struct Publication {
  const EpubInput& input;
  std::vector<Section> sections;  // the spine

  // The first of a text's files.
  const Section* find_key(std::string_view key) const;
  // All files of the section's text, in order; itself alone for a section without one.
  std::vector<const Section*> pieces_of(const Section& section) const;
  const Section* first_of(SectionKind kind) const;
};

// Short front matter, topics with their chapters, back matter, the accessibility page and the full imprint last. What is absent is
// skipped; chapters without a document (planned) have no section.
Publication plan_publication(const EpubInput& input);

// "NodeBook, Volume I: Runtime Basics", or what there is of it.
std::string volume_title(const EpubInput& input);
// The same with "(Sample)" behind it if it is one.
std::string full_title(const EpubInput& input);
// Whether the volume is one of a series that has another title than it.
bool is_in_series(const EpubInput& input);
// What a section is called in contents: "9.1 Event Loop", "Chapter 9: Node.js Architecture".
std::string contents_title(const Section& section);

}  // namespace nbpublish
