// Colours of drawings as black ink alone can print them.
#pragma once

#include "base/colour.h"

namespace nbpublish {

// The gray of the same luminance.
Rgb gray_of(Rgb colour);

// That gray for fills and strokes: paper, or a tint of at least 10 % black, which is what presses hold.
Rgb printed_ground(Rgb colour);

// Black, or white for what is light because it stands on something dark: small letters in a tint fray.
Rgb printed_text(Rgb colour);

}  // namespace nbpublish
