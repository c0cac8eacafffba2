// Grid tables on their way to the parsers, which know none.
#pragma once

#include <string_view>

#include "source/source_text.h"
#include "source/syntax.h"

namespace nbpublish {

// Writes the grid tables of `source` as HTML tables with Markdown in their cells, and returns whether there are any;
// `places` is cmark-gfm's tree of it, which takes them for paragraphs. One whose columns don't line up stays as it is
// (`unread-block`).
bool write_out_grid_tables(const SyntaxNode& places, SourceText& source, std::string_view file, DiagnosticSink& diagnostics);

}  // namespace nbpublish
