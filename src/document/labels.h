// Labels: names of places that links of the whole book may use, {#fig:heap} and a chapter's own.
#pragma once

#include <string_view>
#include <vector>

#include "document/document.h"

namespace nbpublish {

// Whether an anchor can be meant from other chapters: it has a colon, which no made anchor has.
bool is_book_wide(std::string_view anchor);

// Labels that two documents share are `duplicate-label` at the later one. Those within one document are
// assign_anchors()' to report.
void report_shared_labels(const std::vector<const Document*>& documents, DiagnosticSink& diagnostics);

}  // namespace nbpublish
