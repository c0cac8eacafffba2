// A table of rules of no kind of file in particular.
#pragma once

#include <array>

#include "preflight/rules/report.h"

namespace nbpublish::testing {

enum class MadeRule : std::uint8_t { Plain, Large, ByPages };
inline constexpr std::array<RuleKind, 3> kMadeKinds{{{"plain", LimitKind::None, "", "it is there"},
                                                     {"large", LimitKind::Number, "pt", "it is too large"},
                                                     {"by-pages", LimitKind::ByPages, "pt", "it is too small for so many pages"}}};

inline OutletRules made_rules() {
  OutletRules rules{RuleTable(kMadeKinds)};
  rules.name = "own";
  rules.rules[0] = OutletRule{Severity::Warning, {}, "a test", "2026-11-26"};
  rules.rules[1] = OutletRule{Severity::Error, {{.value = 10}}, "a test", "2026-11-26"};
  rules.rules[2] = OutletRule{Severity::Error, {{100, 27}, {300, 36}}, "a test", "2026-11-26"};
  return rules;
}

}  // namespace nbpublish::testing
