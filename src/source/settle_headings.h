// The levels of a chapter's headings: one title, then 2 to 6 without gaps.
#pragma once

#include "document/document.h"
#include "source/source_file.h"

namespace nbpublish {

// Sets Document::title, short_title and standfirst, each read as Markdown. The title is the book's
// (SourceFile::title), else the front matter's, else the first heading if it is an H1 or the file begins with it (pictures and
// rules aside), else the file's name. That heading is taken out if there is no other title in the file, or if it repeats that (case
// and punctuation aside); its {#label} is then the chapter's. Below one that was no H1 the others go up until there is
// an H2. Other H1s become H2 (`extra-h1`); skipped levels are reported (`heading-skipped`).
void settle_headings(Document& document, const SourceFile& file, DiagnosticSink& diagnostics);

}  // namespace nbpublish
