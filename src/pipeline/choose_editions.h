// Which editions a run makes.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "book/book.h"

namespace nbpublish {

// By name; "all" for all there are; without names those of the manifest, else what is made unasked. A Usage error with the names there are
// and the nearest one.
Result<std::vector<Edition>> choose_editions(const Book& book, const std::vector<std::string>& names);

// Those that have a printed cover. A Usage error if none has.
Result<std::vector<Edition>> print_editions(const std::vector<Edition>& editions);

}  // namespace nbpublish
