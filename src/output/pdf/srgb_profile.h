// The colour space that screens are assumed to have.
#pragma once

#include <string>

namespace nbpublish {

// An ICC profile of sRGB (IEC 61966-2-1), version 4.2, the newest that PDF 1.7 knows. The same bytes on every run.
// Throws std::runtime_error if lcms2 cannot make it.
std::string srgb_profile();

}  // namespace nbpublish
