// The disk itself.
#include <algorithm>

#include "platform/door.h"
#include "platform/file_system.h"
#include "platform/staged_file.h"

namespace nbpublish {
namespace fs = std::filesystem;

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
  std::ranges::sort(out, {}, &DirectoryEntry::name);
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

}  // namespace nbpublish
