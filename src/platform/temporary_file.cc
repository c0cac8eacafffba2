#include "platform/temporary_file.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <string>

#include "platform/file_lock.h"

namespace nbpublish {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kFilePrefix = ".nbpublish-", kSuffix = ".tmp";
constexpr std::size_t kDigits = 16;

std::expected<std::string, int> new_name() {
  unsigned char bytes[kDigits / 2];
  if (getrandom(bytes, sizeof bytes, 0) != static_cast<ssize_t>(sizeof bytes)) return std::unexpected(errno);
  std::string name(kFilePrefix);
  for (const unsigned char byte : bytes) {
    name += "0123456789abcdef"[byte >> 4];
    name += "0123456789abcdef"[byte & 15];
  }
  return name + std::string(kSuffix);
}

bool is_temporary_name(std::string_view name) {
  return name.size() == kFilePrefix.size() + kDigits + kSuffix.size() && name.starts_with(kFilePrefix) && name.ends_with(kSuffix);
}

// Names of earlier releases: "volume-1.pdf.tmp4711", with the number of the process that wrote it.
bool is_old_name_of_the_dead(std::string_view name) {
  constexpr std::string_view kMark = ".tmp";
  const std::size_t mark = name.rfind(kMark);
  if (mark == std::string_view::npos) return false;
  constexpr std::string_view kEndings[] = {".pdf", ".epub", ".xml", ".png", ".jpg", ".svg", ".part"};
  const std::string_view stem = name.substr(0, mark), number = name.substr(mark + kMark.size());
  if (std::ranges::none_of(kEndings, [&](std::string_view ending) { return stem.ends_with(ending); })) return false;
  pid_t pid = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), pid);
  return error == std::errc() && end == number.data() + number.size() && pid > 0 && kill(pid, 0) != 0 && errno == ESRCH;
}

// Whether the open file still has the name.
bool has_name(int file, const fs::path& path) {
  struct stat open_one {
  }, named{};
  return fstat(file, &open_one) == 0 && lstat(path.c_str(), &named) == 0 && open_one.st_dev == named.st_dev &&
         open_one.st_ino == named.st_ino;
}

// Where the disk knows no locks, nobody can tell what is dead: the file stays.
void remove_if_dead(const fs::path& path) {
  const Descriptor file(open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  if (file.is_open() && try_lock(file) == LockState::Ours && has_name(file.get(), path)) unlink(path.c_str());
}

}  // namespace

std::expected<TemporaryFile, int> TemporaryFile::make(const fs::path& folder) {
  constexpr int kTries = 100;
  for (int i = 0; i < kTries; ++i) {
    const auto name = new_name();
    if (!name) return std::unexpected(name.error());
    const fs::path path = folder / *name;
    Descriptor file;
    int error = 0;
    Leaving leaving([&] {
      file = Descriptor(open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666));
      error = file.is_open() ? 0 : errno;
      return error == 0 ? path : fs::path();
    });
    if (error == EEXIST) continue;
    if (error != 0) return std::unexpected(error);
    // Another run that sweeps may have taken it for dead before it was locked.
    if (try_lock(file) != LockState::Taken && has_name(file.get(), path)) return TemporaryFile(std::move(file), std::move(leaving));
  }
  return std::unexpected(EEXIST);
}

TemporaryFile::~TemporaryFile() {
  if (!path().empty() && !is_renamed_) unlink(path().c_str());
}

int TemporaryFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(file_.get(), bytes.data(), bytes.size());
    if (n >= 0) bytes.remove_prefix(static_cast<std::size_t>(n));
    else if (errno != EINTR) return errno;
  }
  return 0;
}

int TemporaryFile::sync() { return fsync(file_.get()) == 0 || errno == EINVAL || errno == ENOTSUP ? 0 : errno; }

void sweep_temporary_files(const fs::path& folder) {
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    const std::string name = it->path().filename().string();
    if (is_temporary_name(name) || is_old_name_of_the_dead(name)) remove_if_dead(it->path());
  }
}

}  // namespace nbpublish
