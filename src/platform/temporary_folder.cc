#include "platform/temporary_folder.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <ctime>
#include <mutex>
#include <string>

#include "platform/file_lock.h"

namespace nbpublish {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFolderPrefix = "nbpublish-", kVaried = "XXXXXX";
constexpr std::time_t kOldEnough = 3600;  // seconds: its owner has had the time to lock it

Descriptor opened(const fs::path& folder) { return Descriptor(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)); }

// A folder of ours whose owner is dead.
bool is_left_behind(const Descriptor& folder) {
  struct stat facts {};
  if (!folder.is_open() || fstat(folder.get(), &facts) != 0) return false;
  return facts.st_uid == geteuid() && std::time(nullptr) - facts.st_mtime > kOldEnough && try_lock(folder) == LockState::Ours;
}

void sweep_folders(const fs::path& parent) {
  std::error_code error;
  for (fs::directory_iterator entry(parent, fs::directory_options::skip_permission_denied, error), end; !error && entry != end;
       entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (!name.starts_with(kFolderPrefix) || name.size() != kFolderPrefix.size() + kVaried.size()) continue;
    const Descriptor folder = opened(entry->path());
    std::error_code ignored;
    if (is_left_behind(folder)) fs::remove_all(entry->path(), ignored);
  }
}

}  // namespace

Result<TemporaryFolder> TemporaryFolder::make() {
  std::error_code no_place;
  fs::path parent = fs::temp_directory_path(no_place);
  if (no_place) parent = "/tmp";
  static std::once_flag swept;
  std::call_once(swept, sweep_folders, parent);
  std::string name = (parent / std::string(kFolderPrefix).append(kVaried)).string();
  int error = 0;
  Leaving leaving([&] {
    if (mkdtemp(name.data()) == nullptr) error = errno;
    return error == 0 ? fs::path(name) : fs::path();
  });
  if (error != 0)
    return fail(ErrorKind::Environment, "cannot make the temporary folder " + name + ": " + std::strerror(error),
                "TMPDIR names another place");
  return TemporaryFolder(std::move(leaving));
}

TemporaryFolder::TemporaryFolder(Leaving leaving) : leaving_(std::move(leaving)), lock_(opened(leaving_.path())) {
  if (lock_.is_open()) static_cast<void>(try_lock(lock_));
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;  // a folder that is left behind harms nobody
  if (!path().empty()) fs::remove_all(path(), ignored);
}

}  // namespace nbpublish
