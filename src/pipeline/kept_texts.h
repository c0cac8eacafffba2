// Chapters that were read before: a text that has not changed is not given to pandoc again.
#pragma once

#include <vector>

#include "graph/run_log.h"
#include "graph/store.h"
#include "pipeline/progress_function.h"
#include "source/read_chapter.h"

namespace nbpublish {

// As read_chapters(), from the store where it has them; what is read is kept there. All that is missing is read in one go. The log may be
// null, the progress empty.
Result<std::vector<ReadResult>> read_or_find_chapters(const std::vector<SourceFile>& files, const ReadOptions& options, Store& store,
                                                      ProcessRunner& processes, RunLog* log = nullptr,
                                                      const ProgressFunction& progress = {});

}  // namespace nbpublish
