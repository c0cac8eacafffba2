// Which press and paper a print file says it was made for.
#pragma once

#include <string_view>

#include "base/result.h"
#include "output/pdf/pdf_options.h"
#include "platform/file_system.h"

namespace nbpublish {

// By the edition's paper: "coated", "white" (uncoated) or "cream" (uncoated, yellowish). PDF/X-4 needs the profile itself, which Debian has
// in texlive-base and for coated paper alone: an Environment error if that is not there, an Input error for other papers.
Result<OutputIntent> output_intent(const FileSystem& files, std::string_view paper, PdfStandard standard);

}  // namespace nbpublish
