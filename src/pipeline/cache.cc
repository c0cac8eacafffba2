#include "pipeline/cache.h"

namespace nbpublish {
namespace {

namespace fs = std::filesystem;

Status remove_all(const fs::path& path, FileSystem& files) {
  if (!files.is_directory(path)) return files.remove(path);
  NBP_TRY_ASSIGN(const std::vector<DirectoryEntry> entries, files.list_directory(path));
  for (const DirectoryEntry& entry : entries) NBP_TRY(remove_all(path / entry.name, files));
  return files.remove_folder(path);
}

}  // namespace

std::unique_ptr<Store> open_store(const RunOptions& options, Environment& env) {
  const fs::path& cache = options.folders.cache;
  if (env.store != nullptr || !(options.request.makes_files() || env.files.is_directory(cache))) return nullptr;
  auto store = std::make_unique<Store>(env.files, cache / "store", Store::Limits{});
  env.store = store.get();
  return store;
}

Status clean_cache(const fs::path& cache, FileSystem& files) {
  for (const char* name : {"store", "diagrams", "pictures.known"}) NBP_TRY(remove_all(cache / name, files));
  return {};
}

}  // namespace nbpublish
