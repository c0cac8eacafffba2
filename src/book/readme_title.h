// The title of a book that has only a README.
#pragma once

#include <string_view>

#include "document/phrase.h"

namespace nbpublish {

// The first H1 of a Markdown file that has words ("# X", X underlined with "=", or <h1>X</h1>), without its
// tags; empty if there is none. Fenced code is skipped.
Phrase readme_title(std::string_view markdown);

}  // namespace nbpublish
