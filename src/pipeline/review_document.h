// What can be said of a text only by someone who knows the rooms after reading.
#pragma once

#include "diag/diagnostic.h"
#include "document/document.h"

namespace nbpublish {

// Reports a chapter without text, code fences whose language has no highlighter, and escape characters in them that are no colours.
void review_document(const Document& document, DiagnosticSink& diagnostics);

}  // namespace nbpublish
