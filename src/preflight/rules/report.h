// What a preflight found, as text and as JSON.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "preflight/rules/finding.h"

namespace nbpublish {

// What a report counts, and what its findings' places are.
enum class Counted : std::uint8_t { Pages, Files };

struct PreflightReport {
  std::string file;    // as it is shown
  std::string outlet;  // "kdp"
  RuleTable kinds;
  Counted counted = Counted::Pages;
  std::size_t count = 0;
  std::vector<Finding> findings;

  bool is_clean() const;  // no errors; warnings may be there
};

// One line for each finding, rule by rule; of a rule that is broken in many places, the first three and a
// line for the rest. Then a line of sums.
std::string preflight_text(const PreflightReport& report);
// One JSON object a line for each finding.
std::string preflight_json(const PreflightReport& report);

// "3-17, 20" of ascending page numbers.
std::string page_ranges(const std::vector<int>& pages);

}  // namespace nbpublish
