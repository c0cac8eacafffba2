// The back-of-the-book index as data: terms, the places they lead to, and what else to look under. Page
// numbers are not its business: layout prints folios, the ebook chapter numbers.
#pragma once

#include <string>
#include <vector>

#include "document/document.h"

namespace nbpublish {

// One mark of the text.
struct IndexPlace {
  InternalTarget target;
  bool main = false;
};

struct IndexEntry {
  std::string term;                        // code in backquotes (document/index_term.h)
  std::string anchor;                      // of the entry in the index itself, unique
  std::vector<IndexPlace> places;          // in order of the book
  std::vector<std::string> see, see_also;  // entries, their levels parted by '!'
  std::vector<IndexEntry> children;
  std::string file;  // of the first mark: where to complain
  SourceSpan span;
};

// Entries under one heading, "A", or "Symbols" and "Numbers" for what begins with no letter.
struct IndexGroup {
  std::string heading;
  std::vector<IndexEntry> entries;
};
using BookIndex = std::vector<IndexGroup>;

// "See" that no text marks: `term` leads to `target`, both with their levels parted by '!'. It is left out
// where there is no such entry: the manifest's are for all volumes.
struct IndexReference {
  std::string term, target;
  std::string file;
  SourceSpan span;
};

// The key that InternalTarget::chapter has for places in the index itself.
inline constexpr std::string_view kIndexKey = "index";

// The marks of the documents, which must be resolved, with the references, merged and sorted as the language
// does (letter by letter, code without its punctuation). Entries that differ in case only are one, code
// apart. A reference to no entry is dropped; of a mark it is `index-mark`.
BookIndex collect_index(const std::vector<const Document*>& documents,
                        const std::vector<IndexReference>& references, const std::string& language,
                        DiagnosticSink& diagnostics);

// Where the entry that `reference` names ("streams!readable") stands; empty if there is none.
std::string anchor_of_entry(const BookIndex& index, const std::string& reference);

// Gives every IndexMark that is a place its anchor, apart from the document's other ones.
void assign_index_anchors(Document& document);

}  // namespace nbpublish
