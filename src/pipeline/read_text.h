// ReadText: a text as far as it can be understood without the book's others.
#pragma once

#include <span>

#include "diag/diagnostic.h"
#include "document/document.h"
#include "document/term_finder.h"
#include "document/text_facts.h"
#include "pipeline/packed_document.h"
#include "pipeline/place_diagrams.h"
#include "source/read_chapter.h"

namespace nbpublish {

struct ReadText {
  std::string chapter;      // the document's
  PackedDocument document;  // its diagrams placed; blocks have ids and headings anchors; terms of the index are marked
  TextFacts facts;
  bool is_left_out = false;  // as in ReadResult
  // What was said of it. The book's texts are read, then their diagrams placed, then each is looked through: so it is told.
  DiagnosticSink reading, placing, review;
};

// `diagrams` are what its fences become; `terms` is null for a text that defines none. One that is not there (`is_there`) is not reviewed.
ReadText understand(ReadResult read, std::span<const PlacedDiagram> diagrams, const TermFinder* terms, bool is_there);

}  // namespace nbpublish
