// The PDFs of a volume: one layout for each distinct style, and from it every edition that has it.
#pragma once

#include <cstdint>
#include <vector>

#include "book/book.h"
#include "pipeline/layouts.h"
#include "pipeline/made_files.h"

namespace nbpublish {

// Adds OUT/VOLUME/VOLUME-EDITION.pdf to `outputs` and, where covers are wanted, the wraps of print editions, in the order of the editions.
// A print file is checked against the rules of its outlets: what breaks one is a `preflight` diagnostic, an error if the outlet refuses
// such a file. Without an outlet it is checked against the usual shop's, and nothing is worse than a warning.
Status make_pdfs(const VolumeBuild& build, const Typography& typography, Layouts& layouts, const std::vector<Edition>& editions,
                 std::int64_t timestamp, const RunOptions& options, Environment env, MadeFiles& outputs, DiagnosticSink& diagnostics);

}  // namespace nbpublish
