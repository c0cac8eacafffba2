// Findings: what of a file breaks which rule of an outlet.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "preflight/outlet_rules.h"

namespace nbpublish {

struct Finding {
  Rule rule{};
  Severity severity = Severity::Warning;
  int page = 0;          // from 1; 0: the file as a whole
  std::string measured;  // "6.2 pt"
  std::string limit;     // "at least 7 pt"; empty if the rule has none
  double excess = 0;     // how far beyond the limit, as a share of it: to tell the worst of a rule's findings
};

// Collects them in the order of the checks, then of the pages. Knows the outlet, so that checks only measure.
class Findings {
 public:
  Findings(const OutletRules& rules, std::size_t pages) : rules_(rules), pages_(static_cast<int>(pages)) {}

  // Does nothing if the outlet does not have the rule.
  void add(Rule rule, int page, std::string measured);
  // The same for a number that is to be at least, or at most, the rule's limit. Numbers within kSlack pass.
  void at_least(Rule rule, int page, double value, std::string_view what);
  void at_most(Rule rule, int page, double value, std::string_view what);
  // Nothing if the outlet does not have the rule.
  std::optional<double> limit(Rule rule) const;

  std::vector<Finding> take() { return std::move(found_); }

 private:
  void add_number(Rule rule, int page, double value, std::string_view what, std::string_view bound,
                  double excess);

  const OutletRules& rules_;
  int pages_;
  std::vector<Finding> found_;
};

// TeX's points and CSS's pixels come out up to 0.4 % smaller than what their author wrote; no printer tells
// that.
inline constexpr double kSlack = 0.005;

// With two decimals at the most: "0.4", "7".
std::string plain_number(double value);

}  // namespace nbpublish
