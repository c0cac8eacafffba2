// From an open file to its facts.
#pragma once

#include <qpdf/QPDF.hh>

#include "preflight/facts.h"

namespace nbpublish {

// Of the catalogue, Info, XMP and output intents (ISO 32000-1, 7.7.2, 14.3, 14.11.5; ISO 15930).
void read_document_facts(QPDF& file, DocumentFacts& into);
// Of every page: boxes, annotations, and what is painted. Throws LimitPassed, std::runtime_error, qpdf's
// exceptions; errors of one page name it.
void read_page_facts(QPDF& file, DocumentFacts& into);

}  // namespace nbpublish
