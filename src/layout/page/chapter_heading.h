// What the opener and the furniture say of a chapter.
#pragma once

#include <string>
#include <vector>

#include "document/document.h"

namespace nbpublish {

// A place that a chapter's opener names with its page.
struct MapEntry {
  std::string words;
  InternalTarget target;
  int references = 0;  // of the chapter to it
};

struct ChapterHeading {
  std::string number;       // "9.1"; empty for matter
  std::string short_title;  // for running heads
  Inlines title;
  Inlines standfirst;
  std::vector<MapEntry> sections{};  // of the second level; none for matter
  std::vector<MapEntry> needs{};     // chapters before this one that it refers to, in the order of the book
  bool heads_entries = false;        // of a glossary
};

}  // namespace nbpublish
