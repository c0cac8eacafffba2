#include "platform/file_system.h"

#include <algorithm>

#include "platform/door.h"
#include "platform/staged_file.h"

namespace nbpublish {
namespace fs = std::filesystem;
namespace {

void sort_by_name(std::vector<DirectoryEntry>& entries) {
  std::sort(entries.begin(), entries.end(),
            [](const DirectoryEntry& a, const DirectoryEntry& b) { return a.name < b.name; });
}

}  // namespace

Result<std::string> RealFileSystem::read_file(const fs::path& path) const {
  constexpr std::size_t kMostBytes = std::size_t{2} << 30;  // the largest that anybody hands us is an EPUB
  return read_at_most(*this, path, kMostBytes);
}

Status RealFileSystem::write_file(const fs::path& path, std::string_view bytes) {
  NBP_TRY_ASSIGN(const std::unique_ptr<StagedFile> file, stage_file(*this, path, bytes));
  return file->put_in_place();
}

std::vector<DirectoryEntry> RealFileSystem::list_directory(const fs::path& path) const {
  std::vector<DirectoryEntry> out;
  std::error_code error;
  for (fs::directory_iterator it(path, error), end; !error && it != end; it.increment(error)) {
    std::error_code ignored;
    out.push_back({it->path().filename().string(), it->is_directory(ignored)});
  }
  sort_by_name(out);
  return out;
}

bool RealFileSystem::is_file(const fs::path& path) const {
  std::error_code error;
  return fs::is_regular_file(path, error);
}
bool RealFileSystem::is_directory(const fs::path& path) const {
  std::error_code error;
  return fs::is_directory(path, error);
}
fs::path RealFileSystem::real_path(const fs::path& path) const {
  std::error_code error;
  const fs::path real = fs::weakly_canonical(fs::absolute(path, error), error);
  return error ? path.lexically_normal() : real;
}

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
  sort_by_name(out);
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
