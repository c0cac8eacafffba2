// The tree of libcmark-gfm as SyntaxNodes with exact positions.
#pragma once

#include "source/cmark_document.h"
#include "source/source_text.h"
#include "source/syntax.h"

namespace nbpublish {

// `document` must be within the limits of limits.h, because this recurses. Definitions of footnotes
// stand last in the root. Inlines that could not be located carry line 0.
SyntaxNode syntax_of(const CmarkDocument& document, const SourceText& source);

}  // namespace nbpublish
