// Code that shows what other code printed.
#pragma once

#include "document/document.h"

namespace nbpublish {

// Whether `block` is what `before`, the listing right above it, printed: a fence for output (output, stdout,
// console, ansi) behind one of another language, without a title, caption or label of its own.
bool is_output_of(const Block& before, const Block& block);

}  // namespace nbpublish
