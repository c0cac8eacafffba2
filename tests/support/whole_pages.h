// What must hold of the pages of any chapter.
#pragma once

#include <string>

#include "layout/page/chapter_layout.h"
#include "style/style.h"

namespace nbpublish::testing {

// Every block's words are on the pages once and in order, and nothing stands outside of them unless a diagnostic in `told` says so:
// else what is wrong, in a line.
std::string fault_of(const LaidOutChapter& chapter, const Document& document, const Style& style, const DiagnosticSink& told);

}  // namespace nbpublish::testing
