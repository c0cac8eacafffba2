// Many diagnostics for people: what is alike is told once.
#pragma once

#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "diag/source_lines.h"

namespace nbpublish {

// The diagnostics in their order, in the form of render_human(). Of one code and severity, the first three errors and a warning
// that is the only one are shown whole; all others of the kind are one line at the place of its first, with their
// count and the first places. However many there are, a kind takes a bounded number of lines.
std::string render_digest(const std::vector<const Diagnostic*>& diagnostics, SourceLines& lines);

// "1 error, 36 warnings", or "" for none of both.
std::string render_counts(std::size_t errors, std::size_t warnings);

}  // namespace nbpublish
