#include "audit/fault.h"

#include <algorithm>

namespace nbpublish {

const FaultKind& kind_of(FaultCode code) {
  static constexpr std::array<FaultKind, kFaultCodes> kKinds{{
#define NBP_X(id, word, sin, allowed, text) {word, sin, allowed, text},
      NBP_PAGE_FAULTS(NBP_X)
#undef NBP_X
  }};
  return kKinds[static_cast<std::size_t>(code)];
}

std::size_t Audit::count(FaultCode code) const {
  return static_cast<std::size_t>(std::count_if(faults.begin(), faults.end(), [&](const Fault& f) { return f.code == code; }));
}

bool Audit::is_over(FaultCode code) const {
  return count(code) * 1000 > looked_at[static_cast<std::size_t>(code)] * static_cast<std::size_t>(kind_of(code).allowed);
}

bool Audit::is_clean() const {
  return std::none_of(faults.begin(), faults.end(), [&](const Fault& f) { return is_over(f.code); });
}

}  // namespace nbpublish
