// An audit as text: one line for each fault, then a table of counts.
#pragma once

#include <string>
#include <string_view>

#include "audit/fault.h"

namespace nbpublish {

// "volume-1 p. 214 widow chapters/…/02-x.md:41 "the last words"", sorted as found; then the counts with what is allowed.
std::string audit_report(const Audit& audit, std::string_view volume);

}  // namespace nbpublish
