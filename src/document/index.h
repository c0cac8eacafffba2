// The back-of-the-book index as data: terms, the places they lead to, and what else to look under. Page
// numbers are not its business: layout prints folios, the ebook chapter numbers.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "document/document.h"

namespace nbpublish {

// One mark of the text.
struct IndexPlace {
  InternalTarget target;
  bool main = false;
  std::string volume{};  // "III" in an index of the whole set; empty in one of this volume
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
// apart. A reference to no entry, or to one from which references lead to no place, is dropped; of a mark it is `index-mark`.
BookIndex collect_index(const std::vector<const Document*>& documents, const std::vector<IndexReference>& references,
                        const std::string& language, DiagnosticSink& diagnostics);

// Where the entries of an index stand.
class EntryAnchors {
 public:
  explicit EntryAnchors(const BookIndex& index);
  // Of the entry that `reference` names ("streams!readable"); empty if there is none.
  std::string of(const std::string& reference) const;
  // Whether there is more in it than a way to another entry.
  bool has_places(const std::string& reference) const;

 private:
  struct Entry {
    std::string anchor;
    bool has_places = false;
  };
  void add(const IndexEntry& entry, const std::string& parent);
  const Entry* find(const std::string& reference) const;
  std::map<std::string, Entry> entries_;  // by the keys of the levels
};

// The manifest's references that are in none of the indexes of the whole book are `index-mark`: those that lead to an entry
// which is nowhere, and one of each circle that leads back to itself. Those that only lead to such are not told on top.
// So are long ways: an entry that says "see" should lead to the place, not to another "see".
void report_dead_references(const std::vector<IndexReference>& references, const std::vector<const BookIndex*>& indexes,
                            DiagnosticSink& diagnostics);

// Gives every IndexMark that is a place its anchor, apart from the document's other ones.
void assign_index_anchors(Document& document);

}  // namespace nbpublish
