// What no single key can promise: that the numbers of a style make a page together.
#pragma once

#include <string_view>

#include "diag/diagnostic.h"
#include "style/style.h"

namespace nbpublish {

// Complains about `file` as a whole where the text block doesn't fit the page, a length that others are
// divided by is zero, or a word isn't one of those that a key allows.
void check_style(const Style& style, std::string_view file, DiagnosticSink& diagnostics);

}  // namespace nbpublish
