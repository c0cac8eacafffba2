// A list of terms for the index, for books whose text has no marks: it finds the places that define a term,
// not every one that uses it, which would be a concordance.
#pragma once

#include <string>
#include <vector>

#include "document/document.h"

namespace nbpublish {

struct IndexTerm {
  std::string entry;               // "event loop", "streams!readable"
  std::vector<std::string> words;  // what to look for: "event loop", and other names of the same
};

// Puts an IndexMark for each term at its defining places in the chapter: in the title or else the first
// heading that holds the words, and at the first emphasis, italic or strong, that is the words and nothing
// more. Case, a leading article and a plural's ending don't count. Call it when the headings have their
// anchors.
void mark_terms(Document& document, const std::vector<IndexTerm>& terms);

}  // namespace nbpublish
