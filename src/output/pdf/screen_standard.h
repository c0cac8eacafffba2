// What a file for screens says of itself to be PDF/UA-1 and PDF/A-2a.
#pragma once

#include <qpdf/QPDF.hh>
#include <string>

namespace nbpublish {

// The output intent: device colours are sRGB (ISO 19005-2, 6.2.3).
void add_screen_intent(QPDF& out);

// Descriptions for the XMP packet: part and level of PDF/A, part of PDF/UA, and the schema of the latter's properties,
// which PDF/A demands of schemas that it does not know (ISO 19005-2, 6.6.2.3).
std::string screen_claims();

}  // namespace nbpublish
