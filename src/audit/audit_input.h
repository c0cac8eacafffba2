// AuditInput: what an audit looks at.
#pragma once

#include "document/documents_by_key.h"
#include "frame/frame.h"
#include "style/style.h"

namespace nbpublish {

struct AuditInput {
  const PagedVolume& volume;
  const Style& style;
  const FontLibrary& fonts;
  DocumentsByKey documents;  // may be empty: no lines are named
};

}  // namespace nbpublish
