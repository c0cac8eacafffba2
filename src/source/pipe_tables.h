// What GitHub's rules for tables drop or leave as text without a word.
#pragma once

#include <string_view>

#include "diag/diagnostic.h"
#include "source/source_text.h"
#include "source/syntax.h"

namespace nbpublish {

// Reports rows with more cells than their table has columns, at the first of those that get lost, and tables that
// are none because the line of dashes has another number of columns than the head (`table-cells`).
void report_odd_tables(const SyntaxNode& places, const SourceText& source, std::string_view file, DiagnosticSink& diagnostics);

}  // namespace nbpublish
