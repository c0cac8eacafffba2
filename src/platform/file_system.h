// FileSystem: the disk as the stages see it, so that tests run on memory.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace nbpublish {

enum class FileKind : std::uint8_t { Missing, File, Folder, Other };  // Other: a pipe, a device, a socket

// What is known of a path without reading what stands there; of a link, what is known of its target.
struct FileFacts {
  FileKind kind = FileKind::Missing;
  std::uint64_t size = 0;     // bytes of a file
  std::int64_t modified = 0;  // when a file or folder last changed: nanoseconds since 1970; in memory, the number of the write
};

struct DirectoryEntry {
  std::string name;
  bool is_directory = false;
};

class FileSystem {
 public:
  virtual ~FileSystem() = default;

  // Whether its names are the machine's own, so that what the system opens by one is what stands there (platform/door.h,
  // platform/staged_file.h). Not of a disk in memory.
  virtual bool is_on_machine() const = 0;
  // The whole file; an Input error that names the path if it cannot be read.
  [[nodiscard]] virtual Result<std::string> read_file(const std::filesystem::path& path) const = 0;
  // What stands there, be it nothing; an error if the system does not say.
  [[nodiscard]] virtual Result<FileFacts> stat(const std::filesystem::path& path) const = 0;
  // Writes to a temporary name in the same folder, then renames: an interrupted run leaves the old
  // file whole. Missing folders are made.
  [[nodiscard]] virtual Status write_file(const std::filesystem::path& path, std::string_view bytes) = 0;
  // Removes the file, or the link, of that name. That there is none is no error; a folder is one.
  [[nodiscard]] virtual Status remove(const std::filesystem::path& path) = 0;
  // Removes a folder that is empty. That there is none is no error.
  [[nodiscard]] virtual Status remove_folder(const std::filesystem::path&) { return {}; }
  // Entries of a folder, sorted by name (bytes), never in the disk's order. Empty if there is no such folder; an Input error that
  // names the path if it may not be read, an Environment error if the machine cannot.
  [[nodiscard]] virtual Result<std::vector<DirectoryEntry>> list_directory(const std::filesystem::path& path) const = 0;
  // The absolute path without `.`, `..` and symbolic links, as far as it exists: where `path` really leads.
  virtual std::filesystem::path real_path(const std::filesystem::path& path) const = 0;
  // Makes the file's `modified` now, if it can be: for what is kept as long as it is used.
  virtual void touch(const std::filesystem::path&) {}
  // Of a disk on the machine: platform/door.h has opened the file itself, and read this, or nothing.
  virtual void note_read(const std::filesystem::path&, const std::string* /*bytes*/) const {}

  bool is_file(const std::filesystem::path& path) const { return is_of_kind(path, FileKind::File); }
  bool is_directory(const std::filesystem::path& path) const { return is_of_kind(path, FileKind::Folder); }

 private:
  bool is_of_kind(const std::filesystem::path& path, FileKind kind) const {
    const Result<FileFacts> facts = stat(path);
    return facts && facts->kind == kind;
  }
};

class RealFileSystem final : public FileSystem {
 public:
  bool is_on_machine() const override { return true; }
  [[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path) const override;
  [[nodiscard]] Result<FileFacts> stat(const std::filesystem::path& path) const override;
  [[nodiscard]] Status write_file(const std::filesystem::path& path, std::string_view bytes) override;
  [[nodiscard]] Status remove(const std::filesystem::path& path) override;
  [[nodiscard]] Result<std::vector<DirectoryEntry>> list_directory(const std::filesystem::path& path) const override;
  std::filesystem::path real_path(const std::filesystem::path& path) const override;
  [[nodiscard]] Status remove_folder(const std::filesystem::path& path) override;
  void touch(const std::filesystem::path& path) override;
};

// A disk in memory, for tests. Paths are compared after lexical normalisation.
class MemoryFileSystem final : public FileSystem {
 public:
  bool is_on_machine() const override { return false; }
  [[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path) const override;
  [[nodiscard]] Result<FileFacts> stat(const std::filesystem::path& path) const override;
  [[nodiscard]] Status write_file(const std::filesystem::path& path, std::string_view bytes) override;
  [[nodiscard]] Status remove(const std::filesystem::path& path) override;
  [[nodiscard]] Result<std::vector<DirectoryEntry>> list_directory(const std::filesystem::path& path) const override;
  std::filesystem::path real_path(const std::filesystem::path& path) const override;
  void touch(const std::filesystem::path& path) override;

 private:
  struct File {
    std::string bytes;
    std::int64_t modified = 0;
  };
  std::map<std::string, File> files_;
  std::int64_t writes_ = 0;
};

}  // namespace nbpublish
