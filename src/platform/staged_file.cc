#include "platform/staged_file.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <mutex>
#include <set>
#include <string>
#include <system_error>
#include <utility>

#include "platform/descriptor.h"
#include "platform/system_error.h"
#include "platform/temporary_file.h"

namespace nbpublish {
namespace fs = std::filesystem;
namespace {

std::string hint_for(int error) {
  switch (error) {
    case EACCES:
    case EPERM:
    case EROFS:
      return "check that the folder may be written to";
    case ENOSPC:
    case EDQUOT:
      return "make room on the disk";
    case EFBIG:
      return "raise the limit of files' size (ulimit -f)";
    case EMFILE:
      return "raise the limit of open files (ulimit -n)";
    default:
      return {};
  }
}

std::unexpected<Error> cannot_write(const fs::path& path, int error) {
  return fail(ErrorKind::Environment, "cannot write " + path.string() + ": " + words_of_error(error), hint_for(error));
}

fs::path folder_of(const fs::path& path) { return path.has_parent_path() ? path.parent_path() : fs::path("."); }

// Why no file can be put there, or zero. An exchange would put a folder away as well.
int obstacle_at(const fs::path& path) {
  struct stat status {};
  if (lstat(path.c_str(), &status) == 0) return S_ISDIR(status.st_mode) ? EISDIR : 0;
  return errno == ENOENT ? 0 : errno;
}

class DiskStagedFile final : public StagedFile {
 public:
  DiskStagedFile(TemporaryFile temporary, fs::path path) : temporary_(std::move(temporary)), path_(std::move(path)) {}

  Status settle() override {
    const int error = temporary_.sync();
    return error == 0 ? Status{} : cannot_write(path_, error);
  }

  Status put_in_place() override {
    if (const int obstacle = obstacle_at(path_); obstacle != 0) return cannot_write(path_, obstacle);
    if (rename_by(RENAME_EXCHANGE)) {  // the temporary name holds the old file now, and goes with this object
      has_old_ = true;
      return {};
    }
    is_new_ = errno == ENOENT;
    // There is no old file, or the disk knows no exchange; then the old one cannot be kept.
    if (rename(temporary_.path().c_str(), path_.c_str()) != 0) return cannot_write(path_, errno);
    temporary_.give_up_name();
    return {};
  }

  void take_back() override {
    if (has_old_) rename_by(RENAME_EXCHANGE);
    else if (is_new_) unlink(path_.c_str());
  }

  void settle_name() override {
    const Descriptor folder(open(folder_of(path_).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.is_open()) static_cast<void>(fsync(folder.get()));
  }

 private:
  TemporaryFile temporary_;
  fs::path path_;
  bool has_old_ = false, is_new_ = false;

  bool rename_by(unsigned flags) const { return renameat2(AT_FDCWD, temporary_.path().c_str(), AT_FDCWD, path_.c_str(), flags) == 0; }
};

// A disk in memory: nothing fails there, and nothing is ever taken back.
class MemoryStagedFile final : public StagedFile {
 public:
  MemoryStagedFile(FileSystem& files, fs::path path, std::string_view bytes) : files_(files), path_(std::move(path)), bytes_(bytes) {}

  Status settle() override { return {}; }
  Status put_in_place() override { return files_.write_file(path_, bytes_); }
  void take_back() override {}
  void settle_name() override {}

 private:
  FileSystem& files_;
  fs::path path_;
  std::string bytes_;
};

// Once in a run.
void sweep_once(const fs::path& folder) {
  static std::mutex one_at_a_time;
  static std::set<fs::path> swept;
  const std::scoped_lock lock(one_at_a_time);
  if (swept.insert(folder).second) sweep_temporary_files(folder);
}

Result<std::unique_ptr<StagedFile>> stage_on_disk(const fs::path& path, std::string_view bytes) {
  std::error_code error;
  const fs::path folder = folder_of(path);
  fs::create_directories(folder, error);
  if (error)
    return fail(ErrorKind::Environment,
                "cannot write " + path.string() + ": no folder " + folder.string() + ": " + words_of_error(error.value()),
                hint_for(error.value()));
  sweep_once(folder);
  // Told before the time for everything else is spent.
  if (const int obstacle = obstacle_at(path); obstacle != 0) return cannot_write(path, obstacle);
  auto temporary = TemporaryFile::make(folder);
  if (!temporary) return cannot_write(path, temporary.error());
  if (const int failure = temporary->write(bytes); failure != 0) return cannot_write(path, failure);
  return std::make_unique<DiskStagedFile>(std::move(*temporary), path);
}

}  // namespace

Result<std::unique_ptr<StagedFile>> stage_file(FileSystem& files, const fs::path& path, std::string_view bytes) {
  if (files.is_on_machine()) return stage_on_disk(path, bytes);
  return std::make_unique<MemoryStagedFile>(files, path, bytes);
}

}  // namespace nbpublish
