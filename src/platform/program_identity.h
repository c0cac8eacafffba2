// Which program this is, and which others it calls: what a cache must know, so that a new release makes everything anew.
#pragma once

#include <string>
#include <string_view>

#include "base/hash.h"

namespace nbpublish {

// Of this executable and of every library that is loaded into it: their GNU build IDs, which tell what was compiled by what, on which
// architecture. The same for all runs of one installation.
Hash128 identity_of_program();

// Of the program that this name finds in PATH, by its size and by its first and last bytes, which hold its build ID and its symbols: to
// read all of pandoc would take as long as pandoc. Zero if there is none.
Hash128 identity_of_tool(std::string_view name);

}  // namespace nbpublish
