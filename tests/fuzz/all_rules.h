// An outlet that has every rule there is.
#pragma once

#include "preflight/rules/outlet_rules.h"

namespace nbpublish::fuzz {

inline OutletRules all_rules(RuleTable table) {
  OutletRules rules(table);
  rules.name = "all";
  for (std::optional<OutletRule>& rule : rules.rules) rule = OutletRule{Severity::Error, {{.value = 1}}, "a test", "2026-11-26"};
  return rules;
}

}  // namespace nbpublish::fuzz
