// Joining: the drawn parts and the frames they were drawn from become one file.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "frame/frame.h"
#include "output/pdf/pdf_options.h"

namespace nbpublish {

// `drawn[i]` is what draw_part, and for print ink_part, gave for `volume.parts[i]`. Links, destinations, outline, page labels and the
// structure tree are made from the frames; content streams are copied as they are.
Result<std::string> join_parts(const PagedVolume& volume, const std::vector<std::string>& drawn, const PdfOptions& options);

}  // namespace nbpublish
