// What pandoc is given of a chapter.
#pragma once

#include <string>
#include <vector>

#include "source/code_apart.h"
#include "source/source_text.h"
#include "source/syntax.h"

namespace nbpublish {

// The text, with bare addresses written out as links and a line in the place of all `code`. The nodes stay those of `places`.
std::string text_for_pandoc(const SyntaxNode& places, const SourceText& source, const std::vector<CodeApart>& code);

}  // namespace nbpublish
