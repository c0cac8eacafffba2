// UnwrittenFolder: a disk on which one folder stays as it is, whatever is written there.
#pragma once

#include <filesystem>

#include "platform/file_system.h"

namespace nbpublish {

// For runs that only say what they would do. What is written below the folder, or removed from it, is taken for done.
class UnwrittenFolder final : public FileSystem {
 public:
  // Borrows the disk.
  UnwrittenFolder(FileSystem& files, const std::filesystem::path& folder);

  bool is_on_machine() const override { return files_.is_on_machine(); }
  [[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path) const override { return files_.read_file(path); }
  [[nodiscard]] Result<FileFacts> stat(const std::filesystem::path& path) const override { return files_.stat(path); }
  [[nodiscard]] Status write_file(const std::filesystem::path& path, std::string_view bytes) override;
  [[nodiscard]] Status remove(const std::filesystem::path& path) override;
  [[nodiscard]] Status remove_folder(const std::filesystem::path& path) override;
  [[nodiscard]] Result<std::vector<DirectoryEntry>> list_directory(const std::filesystem::path& path) const override {
    return files_.list_directory(path);
  }
  std::filesystem::path real_path(const std::filesystem::path& path) const override { return files_.real_path(path); }
  void touch(const std::filesystem::path& path) override;

 private:
  FileSystem& files_;
  std::filesystem::path folder_;

  bool is_inside(const std::filesystem::path& path) const;
};

}  // namespace nbpublish
