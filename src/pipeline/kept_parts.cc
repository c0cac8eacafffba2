#include "pipeline/kept_parts.h"

#include "base/hash.h"
#include "platform/door.h"

namespace nbpublish {
namespace {

constexpr std::size_t kMostBytes = std::size_t{256} << 20;

// Before the bytes: what they were made of, and what they are.
std::string head_of(const std::string& key, std::string_view bytes) { return key + ' ' + to_hex(hash128(bytes)) + '\n'; }

std::string file_name(const std::string& part) { return to_hex(hash128(part)) + ".part"; }

}  // namespace

std::optional<std::string> KeptParts::find(const std::string& part, const std::string& key) {
  const std::lock_guard lock(one_at_a_time_);
  const std::filesystem::path path = folder_ / file_name(part);
  Result<std::string> file = read_at_most(files_, path, kMostBytes);
  if (!file || !file->starts_with(key)) return std::nullopt;
  const std::size_t begin = head_of(key, {}).size();
  if (file->size() < begin || !file->starts_with(head_of(key, std::string_view(*file).substr(begin)))) return std::nullopt;
  return file->substr(begin);
}

void KeptParts::keep(const std::string& part, const std::string& key, const std::string& bytes) {
  const std::lock_guard lock(one_at_a_time_);
  // A disk that takes no more is the caller's to notice, when the book itself is written.
  static_cast<void>(files_.write_file(folder_ / file_name(part), head_of(key, bytes) + bytes));
}

}  // namespace nbpublish
