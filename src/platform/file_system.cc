#include "platform/file_system.h"

#include <algorithm>

namespace nbpublish {
namespace fs = std::filesystem;
namespace {

std::string key_of(const fs::path& path) { return path.lexically_normal().string(); }
std::string folder_prefix(const fs::path& path) {
  std::string key = key_of(path);
  if (key == "." || key.empty()) return {};
  if (key.back() != '/') key += '/';
  return key;
}

}  // namespace

Result<std::string> MemoryFileSystem::read_file(const fs::path& path) const {
  const auto it = files_.find(key_of(path));
  if (it == files_.end()) return fail(ErrorKind::Input, "cannot read " + path.string() + ": no such file");
  return it->second;
}
Status MemoryFileSystem::write_file(const fs::path& path, std::string_view bytes) {
  files_[key_of(path)] = std::string(bytes);
  return {};
}
std::vector<DirectoryEntry> MemoryFileSystem::list_directory(const fs::path& path) const {
  const std::string prefix = folder_prefix(path);
  std::vector<DirectoryEntry> out;
  for (const auto& [name, bytes] : files_) {
    if (!name.starts_with(prefix)) continue;
    const std::string rest = name.substr(prefix.size());
    const std::size_t slash = rest.find('/');
    DirectoryEntry entry{rest.substr(0, slash), slash != std::string::npos};
    const bool known = std::any_of(out.begin(), out.end(), [&](const auto& e) { return e.name == entry.name; });
    if (!known) out.push_back(std::move(entry));
  }
  std::ranges::sort(out, {}, &DirectoryEntry::name);
  return out;
}
bool MemoryFileSystem::is_file(const fs::path& path) const { return files_.contains(key_of(path)); }
bool MemoryFileSystem::is_directory(const fs::path& path) const {
  const std::string prefix = folder_prefix(path);
  const auto it = files_.lower_bound(prefix);
  return it != files_.end() && it->first.starts_with(prefix);
}
fs::path MemoryFileSystem::real_path(const fs::path& path) const { return path.lexically_normal(); }

}  // namespace nbpublish
