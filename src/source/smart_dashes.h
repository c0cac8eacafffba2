// Dots and hyphens: ellipsis, en dash, em dash.
#pragma once

#include "source/prose.h"

namespace nbpublish {

// `...` to one character.
void set_ellipses(Prose& prose);

// 10-20 to an en dash. Not in dates, phone numbers, versions, identifiers and numbered standards.
void set_number_ranges(Prose& prose);

// `--` to an en dash, `---` to an em dash, a hyphen between blanks (or at the end, as before a listing) to an
// en dash; the blanks before a spaced dash become one no-break space, those after it one space. `--option`
// stays.
void set_dashes(Prose& prose);

}  // namespace nbpublish
