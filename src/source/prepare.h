// From the bytes of a file to the text that the parsers get.
#pragma once

#include <string_view>

#include "diag/diagnostic.h"
#include "document/document.h"
#include "source/source_text.h"

namespace nbpublish {

struct PreparedChapter {
  FrontMatter front;
  SourceText source;  // front matter blanked, as many lines as the file
};

// Takes the BOM off, makes line ends LF, replaces control characters by their pictures and what is no text by U+FFFD
// (sanitise()), and tells each (`control-character`, `invalid-text`), as U+FFFD that the author left behind (`replacement-character`). The
// escape characters of fences stay: highlighting reads them. Reads and blanks the front matter.
PreparedChapter prepare_chapter(std::string_view bytes, std::string_view file, DiagnosticSink& diagnostics);

}  // namespace nbpublish
