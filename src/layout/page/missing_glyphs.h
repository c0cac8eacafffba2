// What a chapter says of characters that no font has.
#pragma once

#include "diag/diagnostic.h"

namespace nbpublish {

// Leaves one `missing-glyph` of each character, at its first place, with how many of them there are.
void tell_missing_glyphs_once(DiagnosticSink& chapter);

}  // namespace nbpublish
