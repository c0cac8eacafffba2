// [words]{.index entry="parent!child" see="..." seealso="..."}: places that the index lists, written as
// pandoc's bracketed spans are.
#pragma once

#include <string>

#include "document/document.h"

namespace nbpublish {

// Makes IndexMarks of all such brackets in the list and below it; the reading of Markdown has left them as
// text. Without `entry` the words are the entry, code in backquotes. `.main` says that the term is explained
// here. What stands in braces without `.index` stays text. Mistakes are `index-mark`.
void take_index_marks(Inlines& list, const std::string& file, DiagnosticSink& diagnostics);

}  // namespace nbpublish
