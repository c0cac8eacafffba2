// Which files a run would write of a volume.
#pragma once

#include <filesystem>
#include <vector>

#include "base/result.h"
#include "pipeline/environment.h"
#include "pipeline/layouts.h"
#include "pipeline/prepared_book.h"

namespace nbpublish {

// In the order in which publish() would name them. What is wrong is left for it to tell; an error ends both.
Result<std::vector<std::filesystem::path>> planned_files(const Prepared& prepared, const VolumeBuild& build, Layouts& layouts,
                                                         const RunOptions& options, Environment env);

}  // namespace nbpublish
