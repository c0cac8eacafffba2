// The tree of libcmark-gfm as SyntaxNodes with exact positions.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/cmark_document.h"
#include "source/source_text.h"
#include "source/syntax.h"

namespace nbpublish {

// `document` must be within the limits of chapter_limits.h, because this recurses. Definitions of footnotes
// stand last in the root. Inlines that could not be located carry line 0.
SyntaxNode syntax_of(const CmarkDocument& document, const SourceText& source);

// The inlines of a text that is no leaf of the chapter, such as an image's title, whatever it begins with;
// all with the place `span`. References to `notes`, which are defined elsewhere, bear their names. Nothing if the
// inlines are beyond the limits.
std::optional<std::vector<SyntaxNode>> syntax_of_line(std::string_view text, SourceSpan span, const std::vector<std::string>& notes = {});

}  // namespace nbpublish
