#include "preflight/rule.h"

#include <array>

namespace nbpublish {

const RuleKind& kind_of(Rule rule) {
  static constexpr std::array<RuleKind, kRuleCount> kKinds{{
#define NBP_X(id, word, kind, unit, text) {word, LimitKind::kind, unit, text},
      NBP_PREFLIGHT_RULES(NBP_X)
#undef NBP_X
  }};
  return kKinds[static_cast<std::size_t>(rule)];
}

}  // namespace nbpublish
