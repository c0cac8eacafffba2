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
  return it->second.bytes;
}

Result<FileFacts> MemoryFileSystem::stat(const fs::path& path) const {
  if (const auto file = files_.find(key_of(path)); file != files_.end())
    return FileFacts{FileKind::File, file->second.bytes.size(), file->second.modified};
  const std::string prefix = folder_prefix(path);
  FileFacts folder;
  for (auto file = files_.lower_bound(prefix); file != files_.end() && file->first.starts_with(prefix); ++file)
    folder = {FileKind::Folder, 0, std::max(folder.modified, file->second.modified)};
  return folder;
}

Status MemoryFileSystem::write_file(const fs::path& path, std::string_view bytes) {
  files_[key_of(path)] = {std::string(bytes), ++writes_};
  return {};
}

Status MemoryFileSystem::remove(const fs::path& path) {
  if (is_directory(path)) return fail(ErrorKind::Environment, "cannot remove " + path.string() + ": is a directory");
  files_.erase(key_of(path));
  return {};
}

Result<std::vector<DirectoryEntry>> MemoryFileSystem::list_directory(const fs::path& path) const {
  const std::string prefix = folder_prefix(path);
  std::vector<DirectoryEntry> out;
  for (auto file = files_.lower_bound(prefix); file != files_.end() && file->first.starts_with(prefix); ++file) {
    const std::string rest = file->first.substr(prefix.size());
    const std::size_t slash = rest.find('/');
    DirectoryEntry entry{rest.substr(0, slash), slash != std::string::npos};
    const bool known = std::any_of(out.begin(), out.end(), [&](const auto& e) { return e.name == entry.name; });
    if (!known) out.push_back(std::move(entry));
  }
  std::ranges::sort(out, {}, &DirectoryEntry::name);
  return out;
}

void MemoryFileSystem::touch(const fs::path& path) {
  if (const auto file = files_.find(key_of(path)); file != files_.end()) file->second.modified = ++writes_;
}

fs::path MemoryFileSystem::real_path(const fs::path& path) const { return path.lexically_normal(); }

}  // namespace nbpublish
