// Drawings for dark pages.
#pragma once

#include <string>

#include "base/result.h"
#include "figure/dark_colours.h"

namespace nbpublish {

// The drawing with its colours turned, those it has by default too; pale text is made readable. Embedded pictures stay as they are, and so
// does a drawing whose root says `style="forced-color-adjust: none"` (CSS Color Adjustment 1), like a QR code's. `bytes` are sanitised.
Result<std::string> dark_svg(const std::string& bytes, const DarkColours& colours);

}  // namespace nbpublish
