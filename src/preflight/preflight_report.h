// A preflight as text and as JSON.
#pragma once

#include <string>

#include "preflight/preflight.h"

namespace nbpublish {

// One line for each finding, rule by rule; of a rule that many pages break, the first three and a line for
// the rest. Then a line of sums.
std::string preflight_text(const PreflightReport& report);
// One JSON object a line for each finding.
std::string preflight_json(const PreflightReport& report);

// "3-17, 20" of ascending page numbers.
std::string page_ranges(const std::vector<int>& pages);

}  // namespace nbpublish
