// Audit: the faults of section 20 of the design brief, looked for on laid-out pages.
// What cannot be seen there, and where it is tested instead, is told in docs/audit.md.
#pragma once

#include <map>
#include <string>

#include "audit/fault.h"
#include "document/document.h"
#include "frame/frame.h"
#include "style/style.h"

namespace nbpublish {

struct AuditInput {
  const PagedVolume& volume;
  const Style& style;
  const FontLibrary& fonts;
  std::map<std::string, const Document*> documents;  // by the key of their part; may be empty: no lines are named
};

// Pure: the same pages give the same faults in the same order. Linear in the items, but for those of one page.
Audit audit_volume(const AuditInput& input);

}  // namespace nbpublish
