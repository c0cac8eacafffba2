// The book around a case: it is chapter 9.1, and there are others that it may refer to.
#pragma once

#include "case_file.h"

namespace nbpublish::cases {

// What a case gives today, by section: "document", "diagnostics", and "frames" if it is asked for.
using Sections = std::map<std::string, std::string>;

// Reads all cases in one go, as a book's chapters are, resolves them and lays out those that have frames.
// Throws std::runtime_error if pandoc, a font or a dictionary is missing.
std::vector<Sections> run(const std::vector<Case>& all);

}  // namespace nbpublish::cases
