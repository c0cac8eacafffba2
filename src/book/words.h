// The words of a manifest, of READMEs and of front matter, read as the chapters' are.
#pragma once

#include <string>
#include <string_view>

#include "diag/diagnostic.h"
#include "document/phrase.h"

namespace nbpublish {

// A line of Markdown. What is beyond the limits of reading stays as it is written, and is reported at `span`.
Phrase phrase_of(std::string_view markdown, SourceSpan span, std::string_view file, DiagnosticSink& diagnostics);
// The same, complaining to nobody.
Phrase phrase_of(std::string_view markdown);

// Paragraphs of Markdown as plain text: each on one line, an empty line between two.
std::string prose_of(std::string_view markdown, SourceSpan span, std::string_view file, DiagnosticSink& diagnostics);

// The name of a person or a house, which is no Markdown: its apostrophes and quotation marks are set.
std::string name_of_text(std::string_view name);

// An entry of the index, code in backquotes: its punctuation is that of the text around marks.
std::string term_of_text(std::string_view term);

}  // namespace nbpublish
