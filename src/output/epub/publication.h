// The publication: which content documents the EPUB has, in reading order, and what they are called.
#pragma once

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
  Topic,
  Chapter,
  Index,
  Accessibility,
  Imprint
};

// One content document of the spine.
struct Section {
  SectionKind kind{};
  std::string name;    // of the file without ".xhtml", and of its manifest item; unique
  std::string key;     // what InternalTarget::chapter calls it; empty for pages that none leads to
  std::string matter;  // "preface", "appendix-1", ...; empty for others
  std::string number;  // "9", "9.1"; empty for others
  std::string title;   // plain text, without the number; empty = not in the contents
  const EpubTopic* topic = nullptr;
  const Document* document = nullptr;

  std::string file() const { return name + ".xhtml"; }
};

struct Publication {
  const EpubInput& input;
  std::vector<Section> sections;  // the spine

  const Section* find_key(std::string_view key) const;
  const Section* first_of(SectionKind kind) const;
};

// Short front matter, topics with their chapters, back matter, the accessibility page and the full imprint last. What is absent is
// skipped; chapters without a document (planned) have no section.
Publication plan_publication(const EpubInput& input);

// "NodeBook, Volume I: Runtime Basics", or what there is of it.
std::string full_title(const EpubInput& input);
// Whether the volume is one of a series that has another title than it.
bool is_in_series(const EpubInput& input);
// What a section is called in contents: "9.1 Event Loop", "Chapter 9: Node.js Architecture".
std::string contents_title(const Section& section);

}  // namespace nbpublish
