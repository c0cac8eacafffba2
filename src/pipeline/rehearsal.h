// Runs that make nothing: what publish() would make, and why it made what it has made.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "diag/diagnostic.h"
#include "pipeline/environment.h"
#include "pipeline/options.h"

namespace nbpublish {

// note [rehearsals]: texts are read and laid out as a run would do it, with all that earlier runs have kept, for else nobody knows on which
// page anything will stand. Nothing is written: no file, nothing into the cache, no record. What is wrong with the book is told by the run.

// `words` name what is to be explained: volumes, texts by their numbers ("3.2"), files or keys, and pages ("page", "214"); nothing: the
// whole book. A request that makes no files is taken from the last run. A Usage error says what there is that is called nearly so.
Result<std::string> explain(const std::vector<std::string>& words, const RunOptions& options, Environment env);

// Which files publish() would write, and which chapters' texts and pages it would make, and why; all else comes from the cache.
Result<std::string> dry_run(const RunOptions& options, Environment env);

}  // namespace nbpublish
