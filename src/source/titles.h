// Titles, standfirsts and captions: one line of Markdown that is no leaf of the chapter.
#pragma once

#include <string_view>

#include "document/document.h"
#include "source/inline_builder.h"

namespace nbpublish {

// The text as the builder reads a paragraph, smart punctuation done. It stands inside `span`, which all of
// it gets as its place. Nothing of it is lost: what is beyond the limits stays plain, and is reported.
Inlines read_line(std::string_view text, SourceSpan span, InlineBuilder& builder);

// The same for a text that knows no footnotes.
Inlines read_title(std::string_view text, SourceSpan span, const std::string& file, DiagnosticSink& diagnostics);

}  // namespace nbpublish
