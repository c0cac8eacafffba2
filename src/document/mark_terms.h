// A list of terms for the index, for books whose text has no marks: it finds the places that define a term,
// not every one that uses it, which would be a concordance.
#pragma once

#include <vector>

#include "document/document.h"
#include "document/term_finder.h"

namespace nbpublish {

// Puts an IndexMark for each term at its defining places in the chapter: in the title or else the first
// heading that holds the words, and at the first emphasis, italic or strong, that is the words and nothing
// more. Case, a leading article and a plural's ending don't count. Call it when the headings have their
// anchors.
void mark_terms(Document& document, const std::vector<IndexTerm>& terms);
void mark_terms(Document& document, const TermFinder& terms);

}  // namespace nbpublish
