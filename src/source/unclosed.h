// What is opened and never closed: it takes all that follows along, as CommonMark says, and the author should
// know.
#pragma once

#include "source/source_text.h"
#include "source/syntax.h"

namespace nbpublish {

// Comments, declarations and fences without an end, and comments that another comment's end closes. Elements
// are html_blocks.h's business.
void report_unclosed(const SyntaxNode& places, const SourceText& source, std::string_view file, DiagnosticSink& diagnostics);

}  // namespace nbpublish
