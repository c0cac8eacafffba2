// The disk itself.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "platform/door.h"
#include "platform/file_system.h"
#include "platform/staged_file.h"
#include "platform/system_error.h"

namespace nbpublish {
namespace fs = std::filesystem;
namespace {

std::unexpected<Error> cannot(std::string_view act, const fs::path& path, int error) {
  return fail(is_machines_fault(error) ? ErrorKind::Environment : ErrorKind::Input,
              "cannot " + std::string(act) + " " + path.string() + ": " + words_of_error(error));
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

Status RealFileSystem::remove(const fs::path& path) {
  // Not remove(3): that takes an empty folder too.
  if (unlink(path.c_str()) == 0 || is_missing(errno)) return {};
  return fail(ErrorKind::Environment, "cannot remove " + path.string() + ": " + words_of_error(errno),
              "check that the folder may be written to");
}

Result<FileFacts> RealFileSystem::stat(const fs::path& path) const {
  constexpr std::int64_t kNanoseconds = 1'000'000'000;  // in a second
  struct stat facts {};
  if (::stat(path.c_str(), &facts) != 0) {
    if (is_missing(errno)) return FileFacts{};
    return cannot("look at", path, errno);
  }
  const FileKind kind = S_ISREG(facts.st_mode) ? FileKind::File : S_ISDIR(facts.st_mode) ? FileKind::Folder : FileKind::Other;
  return FileFacts{kind, kind == FileKind::File ? static_cast<std::uint64_t>(facts.st_size) : 0,
                   facts.st_mtim.tv_sec * kNanoseconds + facts.st_mtim.tv_nsec};
}

Result<std::vector<DirectoryEntry>> RealFileSystem::list_directory(const fs::path& path) const {
  std::vector<DirectoryEntry> out;
  std::error_code error;
  for (fs::directory_iterator it(path, error), end; !error && it != end; it.increment(error)) {
    std::error_code ignored;
    out.push_back({it->path().filename().string(), it->is_directory(ignored)});
  }
  if (error && !is_missing(error.value())) return cannot("list", path, error.value());
  std::ranges::sort(out, {}, &DirectoryEntry::name);
  return out;
}

Status RealFileSystem::remove_folder(const fs::path& path) {
  if (rmdir(path.c_str()) == 0 || is_missing(errno)) return {};
  return fail(ErrorKind::Environment, "cannot remove " + path.string() + ": " + words_of_error(errno),
              "check that the folder may be written to");
}

void RealFileSystem::touch(const fs::path& path) { static_cast<void>(utimensat(AT_FDCWD, path.c_str(), nullptr, 0)); }

fs::path RealFileSystem::real_path(const fs::path& path) const {
  std::error_code error;
  const fs::path real = fs::weakly_canonical(fs::absolute(path, error), error);
  return error ? path.lexically_normal() : real;
}

}  // namespace nbpublish
