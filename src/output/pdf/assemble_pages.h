// The pages of the final file, each from the layers that its part's surface holds.
#pragma once

#include <qpdf/QPDF.hh>
#include <string>
#include <vector>

#include "output/pdf/joined_page.h"

namespace nbpublish {

// Fills the page tree of `out`. Content streams come over undecoded, side by side in the pages' Contents;
// resources are merged and shared. Throws qpdf's exceptions, or std::runtime_error if a surface does
// not hold what its part's frames promise.
std::vector<JoinedPage> assemble_pages(QPDF& out, const PagedVolume& volume, const std::vector<std::string>& drawn, bool is_tagged);

}  // namespace nbpublish
