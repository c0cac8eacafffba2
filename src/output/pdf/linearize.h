// A file whose first page's objects stand first (ISO 32000-1, annex F): a viewer on a slow line shows it before it has the rest.
#pragma once

#include <string>

#include "base/result.h"

namespace nbpublish {

// Equal input gives equal bytes. `headings` is how many the outline has: what qpdf takes of a stack grows with it.
Result<std::string> linearized(const std::string& pdf, std::size_t headings);

}  // namespace nbpublish
