// The EPUB 3 of a volume, from resolved documents. Of the printed book it needs to know where its pages begin, no more.
#pragma once

#include <string>

#include "base/result.h"
#include "diag/diagnostic.h"
#include "output/epub/input.h"
#include "text/font_library.h"

namespace nbpublish {

struct EpubFiles {
  std::string epub;
  std::string onix;  // what shops are told of it: output/epub/onix.h
};

// The files' bytes. Links to chapters outside the volume become links to their public page where the
// book has a site, plain text elsewhere. Pictures that are missing were diagnosed before and leave their
// text.
Result<EpubFiles> write_epub(const EpubInput& input, const FontLibrary& fonts, DiagnosticSink& diagnostics);

}  // namespace nbpublish
