// What authors write where they mean a heading, or mean nothing by it.
#pragma once

#include "diag/diagnostic.h"
#include "document/document.h"

namespace nbpublish {

// A short paragraph of strong words alone, above other text, is a heading of level 4: so is its look, and so do readers of the
// ebook find it. A colon or dash at its end goes. Told once for a file (`label-as-heading`). Those of lists, alerts, quotations and
// cells stay what they are, and so does a sentence.
void settle_labels(Document& document, DiagnosticSink& diagnostics);

// Strong words in a heading are no stronger than it is.
void settle_strong_headings(Document& document);

// Section breaks before a heading, behind one, and at the beginning and end of a chapter part nothing.
void drop_needless_breaks(Document& document);

}  // namespace nbpublish
