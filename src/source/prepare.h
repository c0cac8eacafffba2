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

// Takes the BOM off, makes line ends LF, replaces what is no text by U+FFFD (`invalid-text`), reports
// U+FFFD that the author left behind (`replacement-character`, once a line), reads and blanks the front
// matter.
PreparedChapter prepare_chapter(std::string_view bytes, std::string_view file, DiagnosticSink& diagnostics);

}  // namespace nbpublish
