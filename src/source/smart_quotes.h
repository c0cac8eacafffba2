// Straight quotes to curly ones, apostrophes among them.
#pragma once

#include "source/prose.h"

namespace nbpublish {

// Opening or closing is decided by the neighbours; 5'10" stays as it is, and so does a quote that has
// blanks on both sides.
void set_quotes(Prose& prose);

}  // namespace nbpublish
