// FileSystem: the disk as the stages see it, so that tests run on memory.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace nbpublish {

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
  // Writes to a temporary name in the same folder, then renames: an interrupted run leaves the old
  // file whole. Missing folders are made.
  [[nodiscard]] virtual Status write_file(const std::filesystem::path& path, std::string_view bytes) = 0;
  // Entries of a folder, sorted by name (bytes), never in the disk's order. Empty if there is none.
  virtual std::vector<DirectoryEntry> list_directory(const std::filesystem::path& path) const = 0;
  virtual bool is_file(const std::filesystem::path& path) const = 0;
  virtual bool is_directory(const std::filesystem::path& path) const = 0;
  // The absolute path without `.`, `..` and symbolic links, as far as it exists: where `path` really leads.
  virtual std::filesystem::path real_path(const std::filesystem::path& path) const = 0;
};

class RealFileSystem final : public FileSystem {
 public:
  bool is_on_machine() const override { return true; }
  [[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path) const override;
  [[nodiscard]] Status write_file(const std::filesystem::path& path, std::string_view bytes) override;
  std::vector<DirectoryEntry> list_directory(const std::filesystem::path& path) const override;
  bool is_file(const std::filesystem::path& path) const override;
  bool is_directory(const std::filesystem::path& path) const override;
  std::filesystem::path real_path(const std::filesystem::path& path) const override;
};

// A disk in memory, for tests. Paths are compared after lexical normalisation.
class MemoryFileSystem final : public FileSystem {
 public:
  bool is_on_machine() const override { return false; }
  [[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path) const override;
  [[nodiscard]] Status write_file(const std::filesystem::path& path, std::string_view bytes) override;
  std::vector<DirectoryEntry> list_directory(const std::filesystem::path& path) const override;
  bool is_file(const std::filesystem::path& path) const override;
  bool is_directory(const std::filesystem::path& path) const override;
  std::filesystem::path real_path(const std::filesystem::path& path) const override;

 private:
  std::map<std::string, std::string> files_;
};

}  // namespace nbpublish
