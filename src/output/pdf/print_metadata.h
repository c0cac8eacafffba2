// What makes a file PDF/X (ISO 15930): its version, what it says of itself, and the press that it was made for.
#pragma once

#include <string>

#include "frame/frame.h"
#include "output/pdf/pdf_options.h"
#include "output/pdf/pdf_syntax.h"

namespace nbpublish {

// Entries of Info beside the volume's own.
std::string print_info_entries(const VolumeInfo& info, PdfStandard standard);

// The output intent; `profile` is the number of its profile's stream, 0 where none is embedded.
std::string print_intent(const OutputIntent& intent, ObjectNumber profile);

// What the XMP of PDF/X-4 says beside the volume's own (ISO 15930-7, 6.9).
std::string print_claims(const VolumeInfo& info, const PdfOptions& options);

}  // namespace nbpublish
