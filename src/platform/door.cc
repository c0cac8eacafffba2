#include "platform/door.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <new>
#include <system_error>

#include "platform/descriptor.h"
#include "platform/system_error.h"

namespace nbpublish {
namespace fs = std::filesystem;
namespace {

using Bytes = std::expected<std::string, ReadError>;

constexpr const char* kOutside = "leads out of the book's folder";

std::unexpected<ReadError> refuse(ReadFault fault, std::string why) { return std::unexpected(ReadError{fault, std::move(why)}); }

std::unexpected<ReadError> refuse_error(int error) {
  const ReadFault fault = is_missing(error) ? ReadFault::Missing : is_machines_fault(error) ? ReadFault::System : ReadFault::Refused;
  return refuse(fault, words_of_error(error));
}

// What is no regular file is not opened: a pipe would wait for a writer, a device may do anything.
std::unexpected<ReadError> refuse_kind(mode_t mode) {
  const char* kind = S_ISDIR(mode)    ? "is a folder"
                     : S_ISFIFO(mode) ? "is a pipe (FIFO)"
                     : S_ISSOCK(mode) ? "is a socket"
                     : S_ISLNK(mode)  ? "is a link that leads nowhere"
                                      : "is a device";
  return refuse(ReadFault::Refused, kind);
}

std::unexpected<ReadError> refuse_size(std::uintmax_t size, std::size_t most) {
  return refuse(ReadFault::TooLarge, "has " + std::to_string(size) + " bytes; at most " + std::to_string(most) + " are read");
}

// `size` is what the disk says; a file may grow while it is read.
Bytes read_all(int file, std::size_t size, std::size_t most) {
  std::string bytes;
  std::size_t length = 0;
  for (;;) {
    if (length == bytes.size()) bytes.resize(length == 0 ? size + 1 : length + 65536);
    const ssize_t n = read(file, bytes.data() + length, bytes.size() - length);
    if (n == 0) break;
    if (n < 0 && errno != EINTR) return refuse_error(errno);
    if (n > 0) length += static_cast<std::size_t>(n);
    if (length > most) return refuse_size(length, most);
  }
  bytes.resize(length);
  return bytes;
}

// The folder that holds `inside`, opened from `root` on; a link that was put into the way since is not followed.
std::expected<Descriptor, int> open_folder_of(const fs::path& inside, const fs::path& root) {
  constexpr int kFolder = O_PATH | O_DIRECTORY | O_CLOEXEC;
  Descriptor folder(open(root.c_str(), kFolder));
  if (!folder.is_open()) return std::unexpected(errno);
  for (const fs::path& name : inside.parent_path()) {
    folder = Descriptor(openat(folder.get(), name.c_str(), kFolder | O_NOFOLLOW));
    if (!folder.is_open()) return std::unexpected(errno);
  }
  return folder;
}

// The regular file `name` of the open folder `folder`. Nothing but a regular file is ever opened.
Bytes read_regular_file(int folder, const fs::path& name, bool follow_links, std::size_t most_bytes) {
  struct stat status {};
  if (fstatat(folder, name.c_str(), &status, follow_links ? 0 : AT_SYMLINK_NOFOLLOW) != 0) return refuse_error(errno);
  if (!S_ISREG(status.st_mode)) return refuse_kind(status.st_mode);
  // What stands there may have changed: asked again, of the file that is open.
  const Descriptor file(openat(folder, name.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK | (follow_links ? 0 : O_NOFOLLOW)));
  if (!file.is_open() || fstat(file.get(), &status) != 0) return refuse_error(errno);
  if (!S_ISREG(status.st_mode)) return refuse_kind(status.st_mode);
  if (static_cast<std::uintmax_t>(status.st_size) > most_bytes) return refuse_size(static_cast<std::uintmax_t>(status.st_size), most_bytes);
  try {
    return read_all(file.get(), static_cast<std::size_t>(status.st_size), most_bytes);
  } catch (const std::bad_alloc&) {
    return refuse_error(ENOMEM);
  }
}

Bytes read_on_disk(const fs::path& root, const fs::path& name, std::size_t most_bytes) {
  // Where the name leads is found first, since links that stay inside are the book's own business; the way there is then
  // gone step by step without following any, so that nobody can bend it in between.
  std::error_code error;
  const fs::path real_root = fs::canonical(root, error);
  if (error) return refuse_error(error.value());
  const fs::path real = fs::weakly_canonical(real_root / name, error);
  if (error) return refuse_error(error.value());
  const fs::path inside = real.lexically_relative(real_root);
  if (inside.empty() || *inside.begin() == "..") return refuse(ReadFault::Outside, kOutside);
  const auto folder = open_folder_of(inside, real_root);
  if (!folder) return refuse_error(folder.error());
  return read_regular_file(folder->get(), inside.filename(), false, most_bytes);
}

Bytes read_in_memory(const FileSystem& files, const fs::path& path, std::size_t most_bytes) {
  const Result<FileFacts> facts = files.stat(path);
  if (!facts) return refuse(ReadFault::System, facts.error().message);
  if (facts->kind != FileKind::File) return facts->kind == FileKind::Folder ? refuse_kind(S_IFDIR) : refuse_error(ENOENT);
  auto bytes = files.read_file(path);
  if (!bytes) return refuse(bytes.error().kind == ErrorKind::Environment ? ReadFault::System : ReadFault::Refused, bytes.error().message);
  if (bytes->size() > most_bytes) return refuse_size(bytes->size(), most_bytes);
  return std::move(*bytes);
}

}  // namespace

Bytes read_inside(const FileSystem& files, const fs::path& root, const fs::path& name, std::size_t most_bytes) {
  if (files.is_on_machine()) {
    Bytes bytes = read_on_disk(root, name, most_bytes);
    files.note_read(root / name, bytes ? &*bytes : nullptr);
    return bytes;
  }
  const fs::path inside = name.lexically_normal();
  if (inside.is_absolute() || (!inside.empty() && *inside.begin() == "..")) return refuse(ReadFault::Outside, kOutside);
  return read_in_memory(files, root / inside, most_bytes);
}

Result<std::string> read_at_most(const FileSystem& files, const fs::path& path, std::size_t most_bytes) {
  auto bytes = files.is_on_machine() ? read_regular_file(AT_FDCWD, path, true, most_bytes) : read_in_memory(files, path, most_bytes);
  if (files.is_on_machine()) files.note_read(path, bytes ? &*bytes : nullptr);
  if (!bytes) return fail_to_read(path.string(), bytes.error());
  return std::move(*bytes);
}

bool is_there(const FileSystem& files, const fs::path& path) {
  std::error_code error;
  const Result<FileFacts> facts = files.stat(path);
  if (files.is_on_machine()) return fs::exists(fs::symlink_status(path, error));
  return !facts || facts->kind != FileKind::Missing;
}

std::unexpected<Error> fail_to_read(const std::string& file, const ReadError& error) {
  return fail(error.fault == ReadFault::System ? ErrorKind::Environment : ErrorKind::Input, "cannot read " + file + ": " + error.why);
}

}  // namespace nbpublish
