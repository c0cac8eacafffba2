// LayeredFiles: a disk in memory before the machine's, which is only read: a whole build that leaves no trace.
#pragma once

#include <mutex>

#include "platform/file_system.h"

namespace nbpublish::testing {

// What is written goes to memory; what is not there is read from the machine (styles, fonts, outlets). From any thread.
class LayeredFiles final : public FileSystem {
 public:
  bool is_on_machine() const override { return false; }
  [[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path) const override {
    const std::scoped_lock lock(mutex_);
    return memory_.is_file(path) ? memory_.read_file(path) : machine_.read_file(path);
  }
  [[nodiscard]] Status write_file(const std::filesystem::path& path, std::string_view bytes) override {
    const std::scoped_lock lock(mutex_);
    return memory_.write_file(path, bytes);
  }
  [[nodiscard]] Result<FileFacts> stat(const std::filesystem::path& path) const override {
    const std::scoped_lock lock(mutex_);
    const Result<FileFacts> here = memory_.stat(path);
    return here && here->kind == FileKind::Missing ? machine_.stat(path) : here;
  }
  [[nodiscard]] Status remove(const std::filesystem::path& path) override {
    const std::scoped_lock lock(mutex_);
    return memory_.remove(path);
  }
  [[nodiscard]] Result<std::vector<DirectoryEntry>> list_directory(const std::filesystem::path& path) const override {
    const std::scoped_lock lock(mutex_);
    return memory_.is_directory(path) ? memory_.list_directory(path) : machine_.list_directory(path);
  }
  std::filesystem::path real_path(const std::filesystem::path& path) const override { return path.lexically_normal(); }

  // Every file below `folder` in memory, by its path.
  std::map<std::string, std::string> written_below(const std::filesystem::path& folder) const {
    std::map<std::string, std::string> files;
    for (const DirectoryEntry& entry : list_directory(folder).value_or(std::vector<DirectoryEntry>())) {
      const std::filesystem::path path = folder / entry.name;
      if (entry.is_directory) files.merge(written_below(path));
      else files[path.string()] = read_file(path).value_or("");
    }
    return files;
  }

 private:
  mutable std::mutex mutex_;
  MemoryFileSystem memory_;
  RealFileSystem machine_;
};

}  // namespace nbpublish::testing
