// Which lines belong to fenced code, found without a parser: MDX is taken apart before there is one.
#pragma once

#include <vector>

#include "source/source_text.h"

namespace nbpublish {

// One entry per line, index 0 is line 1; the fences themselves count as code.
std::vector<bool> fenced_lines(const SourceText& source);

}  // namespace nbpublish
