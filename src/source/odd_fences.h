// Lines that were meant to begin a fence.
#pragma once

#include <string_view>

#include "diag/diagnostic.h"
#include "source/source_text.h"
#include "source/syntax.h"

namespace nbpublish {

// Reports lines of text that begin with three backticks or more and hold others: a fence of backticks cannot
// (CommonMark, section 4.5), so that they and the code below them are text (`fence-info`).
void report_odd_fences(const SyntaxNode& places, const SourceText& source, std::string_view file, DiagnosticSink& diagnostics);

}  // namespace nbpublish
