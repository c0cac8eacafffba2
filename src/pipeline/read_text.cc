#include "pipeline/read_text.h"

#include <utility>

#include "document/anchors.h"
#include "document/ids.h"
#include "document/mark_terms.h"
#include "pipeline/review_document.h"

namespace nbpublish {

ReadText understand(ReadResult read, std::span<const PlacedDiagram> diagrams, const TermFinder* terms, bool is_there) {
  ReadText text;
  text.document = std::move(read.document);
  text.is_left_out = read.is_left_out;
  text.reading = std::move(read.diagnostics);
  place_diagrams(text.document, diagrams, text.placing);
  assign_anchors(text.document, text.review);
  if (terms != nullptr) mark_terms(text.document, *terms);
  assign_ids(text.document);
  if (is_there && !text.is_left_out) review_document(text.document, text.review);
  text.facts = facts_of(text.document);
  return text;
}

}  // namespace nbpublish
