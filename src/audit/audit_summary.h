// An audit and the rhythm of the pages as a table that can be laid beside that of another volume, or of the same one before a change.
#pragma once

#include <string>
#include <string_view>

#include "audit/fault.h"
#include "audit/rhythm.h"

namespace nbpublish {

// "volume-1: 711 pages", then a row for each thing that is counted or measured (docs/audit.md). Lengths are points.
std::string audit_summary(const Audit& audit, const Rhythm& rhythm, std::string_view volume);

}  // namespace nbpublish
