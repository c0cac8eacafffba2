// The levels of a chapter's headings: one title, then 2 to 6 without gaps.
#pragma once

#include "document/document.h"

namespace nbpublish {

// Drops the first H1 if it repeats the title of the front matter (case and punctuation aside), takes it as
// the title if there is none (its {#label} is then the chapter's), makes other H1s H2 (`extra-h1`) and
// reports skipped levels (`heading-skipped`). Sets Document::title.
void settle_headings(Document& document, DiagnosticSink& diagnostics);

}  // namespace nbpublish
