// Section: one content document of an EPUB.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "output/epub/input.h"

namespace nbpublish {

enum class SectionKind : std::uint8_t {
  Cover,
  TitlePage,
  Copyright,
  Matter,
  Contents,
  Part,  // a volume of an omnibus
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
  std::string name;                // of the file without ".xhtml", and of its manifest item; unique
  std::string key;                 // what InternalTarget::chapter calls it; empty for pages that none leads to
  std::optional<MatterId> matter;  // which of front and back matter; none for others
  std::string number;              // "9", "9.1"; empty for others
  std::string title;               // plain text, without the number; empty = not in the contents
  const Volume* part = nullptr;
  const TopicTexts* topic = nullptr;
  const Document* document = nullptr;
  std::size_t first = 0, end = 0;  // which blocks of the document stand here

  bool is_continued() const { return first > 0; }
  std::span<const Block> blocks() const { return std::span(document->blocks).subspan(first, end - first); }
  std::string file() const { return name + ".xhtml"; }
};

}  // namespace nbpublish
