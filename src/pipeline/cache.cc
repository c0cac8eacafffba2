#include "pipeline/cache.h"

namespace nbpublish {
namespace {

namespace fs = std::filesystem;

constexpr const char* kStore = "store";
constexpr unsigned kWriters = 1;  // so that of two entries under one name the later stays

Status remove_all(const fs::path& path, FileSystem& files) {
  if (!files.is_directory(path)) return files.remove(path);
  NBP_TRY_ASSIGN(const std::vector<DirectoryEntry> entries, files.list_directory(path));
  for (const DirectoryEntry& entry : entries) NBP_TRY(remove_all(path / entry.name, files));
  return files.remove_folder(path);
}

}  // namespace

std::unique_ptr<Store> open_store(const RunOptions& options, Environment& env) {
  return options.request.makes_files() || env.files.is_directory(options.folders.cache) ? make_store(options, env) : nullptr;
}

std::unique_ptr<Store> make_store(const RunOptions& options, Environment& env) {
  if (env.store != nullptr) return nullptr;
  Store::Limits limits;
  if (env.files.is_on_machine()) limits.writers = kWriters;
  auto store = std::make_unique<Store>(env.files, options.folders.cache / kStore, limits);
  env.store = store.get();
  return store;
}

std::unique_ptr<Store> open_for_rehearsal(const RunOptions& options, Environment& env) {
  auto store = std::make_unique<Store>(env.files, options.folders.cache / kStore, Store::Limits{}, Store::Use::Rehearsal);
  env.store = store.get();
  return store;
}

// The latter two were earlier releases' own, for diagrams and for pictures.
std::vector<fs::path> paths_in_cache(const fs::path& cache) { return {cache / kStore, cache / "diagrams", cache / "pictures.known"}; }

Status clean_cache(const fs::path& cache, FileSystem& files) {
  for (const fs::path& path : paths_in_cache(cache)) NBP_TRY(remove_all(path, files));
  return {};
}

}  // namespace nbpublish
