// Characters that draw nothing: in code each is shown by its number, in prose none changes the direction of what is behind its paragraph.
#pragma once

#include <string>
#include <string_view>

#include "diag/diagnostic.h"
#include "document/document.h"

namespace nbpublish {

// In code, as ⟨U+202E⟩: marks and overrides of direction, spaces and hyphens without width, joiners, selectors and fillers, line
// separators. What belongs to the character before it (an emoji's selector, a joiner in a script that has joined letters) stays. Each is
// told at its place
// (`bidi-control`, `control-character`). In prose, where most have their use, a direction that is opened and not closed is closed at the
// end of its paragraph, and told; a line separator becomes a space.
void show_hidden_characters(Document& document, DiagnosticSink& diagnostics);

}  // namespace nbpublish
