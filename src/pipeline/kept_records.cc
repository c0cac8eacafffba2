#include "pipeline/kept_records.h"

#include <filesystem>

#include "archive/encoder.h"
#include "base/hash_stream.h"

namespace nbpublish {
namespace {

std::string seen_from(const std::filesystem::path& cache, const std::filesystem::path& book) {
  const auto whole = [](const std::filesystem::path& path) { return std::filesystem::absolute(path / "").lexically_normal(); };
  return whole(book).lexically_relative(whole(cache)).string();
}

}  // namespace

KeptRecords::KeptRecords(Store& store, const Folders& folders) : store_(store), book_(seen_from(folders.cache, folders.book)) {}

Hash128 KeptRecords::key_of(const std::string& volume, const std::string& place) const {
  HashStream hash;
  Encoder key(hash);
  key(std::string("record"), place, book_, volume);
  key.finish();
  return hash.hash();
}

std::optional<VolumeRecord> KeptRecords::find(const std::string& volume, const std::string& place) const {
  const auto bytes = store_.look(key_of(volume, place));
  return bytes ? decode<VolumeRecord>(*bytes) : std::nullopt;
}

void KeptRecords::keep(const std::string& volume, const VolumeRecord& record) {
  std::string bytes = encode(record);
  const Hash128 key = key_of(volume, kLast);
  if (const auto last = store_.look(key)) {
    if (*last == bytes) return;
    store_.keep(key_of(volume, kBefore), *last);
  }
  store_.keep(key, std::move(bytes));
}

}  // namespace nbpublish
