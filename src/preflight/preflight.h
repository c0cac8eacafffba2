// Preflight: whether an outlet will print, or a reader can use, a PDF. Any PDF, whoever made it.
#pragma once

#include <string_view>

#include "base/result.h"
#include "preflight/rule.h"
#include "preflight/rules/report.h"

namespace nbpublish {

// Checks the bytes of a PDF against an outlet's rules. `file` is what errors and the report call it. A file
// that is no PDF, cannot be decrypted or read, or passes a limit of limits.h is an Input error; one that
// could be mended while reading is a finding. Time and memory are bounded by limits.h, except what qpdf takes
// for object streams.
Result<PreflightReport> preflight(std::string_view pdf, std::string_view file, const OutletRules& rules);

}  // namespace nbpublish
