#include "pipeline/read_text.h"

#include <utility>

#include "document/anchors.h"
#include "document/ids.h"
#include "document/mark_terms.h"
#include "pipeline/review_document.h"

namespace nbpublish {

ReadText understand(ReadResult read, std::span<const PlacedDiagram> diagrams, const TermFinder* terms, bool is_there) {
  ReadText text;
  Document& document = read.document;
  text.is_left_out = read.is_left_out;
  text.reading = std::move(read.diagnostics);
  place_diagrams(document, diagrams, text.placing);
  assign_anchors(document, text.review);
  if (terms != nullptr) mark_terms(document, *terms);
  assign_ids(document);
  if (is_there && !text.is_left_out) review_document(document, text.review);
  text.chapter = document.chapter;
  text.facts = facts_of(document);
  text.document = pack(document);
  return text;
}

}  // namespace nbpublish
