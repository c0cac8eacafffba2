// Blanks at which no line may end.
#pragma once

#include "source/prose.h"

namespace nbpublish {

// Number and unit ("10 ms"), name and number ("Figure 3.1", "Node.js 22"), "e.g." and "i.e.", initials.
void set_no_break_spaces(Prose& prose);

}  // namespace nbpublish
