// AuditInput: what an audit looks at.
#pragma once

#include <map>
#include <string>

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

}  // namespace nbpublish
