// Footnotes before pandoc sees them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "source/component.h"
#include "source/source_text.h"
#include "source/syntax.h"

namespace nbpublish {

// pandoc repeats a note's text at every reference, so notes that refer to notes can grow without end.
// Blanks such references in `source` and reports them; true if there were any (parse again).
bool blank_nested_references(const SyntaxNode& places, SourceText& source, std::string_view file, DiagnosticSink& diagnostics);

// Bytes of note text that pandoc will write out, each reference counted.
std::size_t expanded_note_bytes(const SyntaxNode& places);

// The names in "[^name]" in what is no Markdown for the parsers: titles of images, info strings of fences, HTML and
// the titles of components. In alphabetical order, each once; not from inside footnotes.
std::vector<std::string> notes_of_captions(const SyntaxNode& places, const std::vector<MdxComponent>& components);

// What is to stand behind the chapter so that the parsers find those notes: a paragraph that refers to each.
std::string paragraph_of_notes(const std::vector<std::string>& names);

// Reports definitions that nothing refers to, and second ones of the same name. cmark-gfm leaves them out of its tree: they are the lines
// that begin like a definition and belong to no block.
void report_unused_notes(const SyntaxNode& places, const SourceText& source, std::string_view file, DiagnosticSink& diagnostics);

}  // namespace nbpublish
