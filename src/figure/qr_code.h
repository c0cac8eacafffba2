// QR codes (ISO/IEC 18004), drawn.
#pragma once

#include <string_view>

#include "figure/figure.h"

namespace nbpublish {

// `text` (an address) as a drawing of black modules on white with the standard's quiet zone of four modules. At its
// natural size a module is 1.2 pt wide, and the whole no smaller than 58 pt. An Input error if it does not fit a code.
Result<PicturePtr> qr_code(std::string_view text);

}  // namespace nbpublish
