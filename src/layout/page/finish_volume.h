// The last step to a volume: pages at their margins, with running heads, folios and links that lead somewhere.
#pragma once

#include <vector>

#include "document/documents_by_key.h"
#include "layout/page/numbering.h"
#include "layout/page/volume_input.h"
#include "layout/page/workers.h"

namespace nbpublish {

// `parts` have their folios (number_pages()), and `numbers` are theirs; `documents` are those whose texts the parts are. Links out of the
// volume are dropped, their words stay: what they lead to has no page here.
PagedVolume finish_volume(const VolumeInput& input, WorkerPool& workers, std::vector<VolumePart> parts, const PageNumbers& numbers,
                          const DocumentsByKey& documents, DiagnosticSink& diagnostics);

}  // namespace nbpublish
