// TextFacts: what a book's other texts, and the book as a whole, need to know of one of them: small, and known without the others.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "document/document.h"

namespace nbpublish {

// What links call by its number, or a heading by its words.
enum class PlaceKind : std::uint8_t { Figure, Table, Listing, Heading };
struct PlaceFact {
  PlaceKind kind{};
  std::string anchor;   // empty: nothing leads there, but it is counted
  std::string words{};  // of a heading
};

// A label of the whole book, and what has it.
struct LabelPlace {
  std::string label;
  SourceSpan span;
};

struct TextFacts {
  std::string file;                        // Document::file
  std::string label;                       // FrontMatter::label
  std::string title;                       // plain text
  std::set<std::string> anchors;           // anchors_of() it
  std::vector<std::string> title_anchors;  // title_anchors_of() it
  std::vector<PlaceFact> named;            // headings, and what has a caption or a label, in reading order
  std::vector<LabelPlace> labels;          // its own first, then in reading order
  std::set<std::string> wanted;            // labels of the whole book that its links mean
  std::set<std::string> components;        // whose figures it shows
};

// Of a text whose anchors are assigned.
TextFacts facts_of(const Document& document);

}  // namespace nbpublish
