// What no single key can promise: that the numbers of a style make a page together.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "diag/diagnostic.h"
#include "style/style.h"

namespace nbpublish {

// Complains, at one of the keys concerned, where the text block doesn't fit the page, a length that others are
// divided by is zero, or a word isn't one of those that a key allows.
void check_style(const Style& style, DiagnosticSink& diagnostics);

// A complaint about values that don't go together, at the nearest place in the chain of styles that gave one of the keys.
void complain_about(const Style& style, std::initializer_list<std::string_view> keys, std::string message, std::string hint,
                    DiagnosticSink& diagnostics);

}  // namespace nbpublish
