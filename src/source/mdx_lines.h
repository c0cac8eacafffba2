// The lines of an MDX file that are JavaScript.
#pragma once

#include "source/source_text.h"

namespace nbpublish {

// Overwrites import and export statements by blanks. They begin in the first column, after an empty
// line or another such statement, outside code, and end before the next empty line.
void blank_module_lines(SourceText& source);

}  // namespace nbpublish
