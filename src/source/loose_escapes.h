// Terminal escapes that are not in code.
#pragma once

#include <string_view>

#include "diag/diagnostic.h"
#include "source/source_text.h"
#include "source/syntax.h"

namespace nbpublish {

// Lines that look fenced keep their escape characters (prepare.h). Where cmark-gfm reads no code in them, as in HTML that goes on, they
// are shown and told as elsewhere. True if there were any: then `places`, cmark-gfm's tree of `source`, is out of date.
bool show_loose_escapes(const SyntaxNode& places, SourceText& source, std::string_view file, DiagnosticSink& diagnostics);

}  // namespace nbpublish
