// The cache: a folder of what need not be made twice. It may go at any time.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "graph/store.h"
#include "pipeline/environment.h"
#include "pipeline/options.h"

namespace nbpublish {

// The store of the run's cache, which `env` has from then on. Null if it has one already, or if there shall be none: commands that build
// nothing leave nothing behind, but they use and complete what builds have left.
std::unique_ptr<Store> open_store(const RunOptions& options, Environment& env);
// The same, whatever is asked for.
std::unique_ptr<Store> make_store(const RunOptions& options, Environment& env);

// The same store for a run that makes nothing, whether the folder is there or not: it stays as it is.
std::unique_ptr<Store> open_for_rehearsal(const RunOptions& options, Environment& env);

// All that runs keep there, or earlier releases have kept. Other things may lie beside them: the cache may be any folder, even the book's
// own.
std::vector<std::filesystem::path> paths_in_cache(const std::filesystem::path& cache);

// Removes what runs have kept there, and nothing else that may lie there. An Environment error names what cannot be removed.
Status clean_cache(const std::filesystem::path& cache, FileSystem& files);

}  // namespace nbpublish
