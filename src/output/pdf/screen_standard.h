// What a file for screens says of itself to be PDF/UA-1 and PDF/A-2a.
#pragma once

#include <string>

#include "output/pdf/pdf_syntax.h"

namespace nbpublish {

// The output intent: device colours are sRGB (ISO 19005-2, 6.2.3). `profile` is the number of screen_profile().
std::string screen_intent(ObjectNumber profile);
std::string screen_profile();

// Descriptions for the XMP packet: part and level of PDF/A, part of PDF/UA, and the schema of the latter's properties,
// which PDF/A demands of schemas that it does not know (ISO 19005-2, 6.6.2.3).
std::string screen_claims();

}  // namespace nbpublish
