// Names in text, set as code, that are broken over lines.
#pragma once

#include <string>
#include <vector>

#include "audit/view.h"

namespace nbpublish {

struct NameBreak {
  const AuditLine* line = nullptr;  // that it breaks off in
  std::string name;                 // all that stands around the break without a space
  std::size_t characters = 0;       // of it
};

// Of the paragraphs of a part, notes and cells aside, in reading order. A name that is broken twice is there twice.
std::vector<NameBreak> name_breaks_of(const AuditPart& part);

}  // namespace nbpublish
