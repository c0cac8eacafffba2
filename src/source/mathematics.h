// Mathematics, which is not set yet: its TeX is printed as it stands, and told.
#pragma once

#include <string>
#include <string_view>

#include "diag/diagnostic.h"
#include "source/read_options.h"
#include "source/source_text.h"

namespace nbpublish {

// Makes code of the TeX in a chapter, in a line or on lines of its own, so that no parser reads it;
// `mathematics` once a block. The text must be within the limits of chapter_limits.h.
void write_out_mathematics(SourceText& source, std::string_view file, const ReadOptions& options, DiagnosticSink& diagnostics);

// The same of a title or caption.
std::string with_mathematics_as_code(std::string_view line, SourceSpan span, std::string_view file, DiagnosticSink& diagnostics);

}  // namespace nbpublish
