// Audit: the faults that docs/design.md names, looked for on laid-out pages.
// What cannot be seen there, and where it is tested instead, is told in docs/audit.md.
#pragma once

#include "audit/audit_input.h"
#include "audit/fault.h"

namespace nbpublish {

// Pure: the same pages give the same faults in the same order. Linear in the items, but for those of one page.
Audit audit_volume(const AuditInput& input);

}  // namespace nbpublish
