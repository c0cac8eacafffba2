// Definitions that links share: [name]: address "title". Parsers write them out at each of their uses.
#pragma once

#include <optional>

#include "source/chapter_limits.h"
#include "source/source_text.h"

namespace nbpublish {

// On what the uses of all definitions would take beyond the definitions themselves: at the one that takes
// most.
std::optional<LimitBreach> check_definitions(const SourceText& source);

}  // namespace nbpublish
