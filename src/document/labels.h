// Labels: names of places that links of the whole book may use, {#fig:heap} and a chapter's own.
#pragma once

#include <vector>

#include "diag/diagnostic.h"
#include "document/text_facts.h"

namespace nbpublish {

// Labels that two texts share are `duplicate-label` at the later one. Those within one text are assign_anchors()' to report.
void report_shared_labels(const std::vector<const TextFacts*>& texts, DiagnosticSink& diagnostics);

}  // namespace nbpublish
