// OutputSet: files that belong together and appear together.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "platform/file_system.h"
#include "platform/staged_file.h"

namespace nbpublish {

// note [outputs]: all files of a set are written under temporary names as they are made; only renames remain at the end.
// A run that ends before, however it ends, leaves the old set; and so does an error with any file, since what was
// renamed by then is put back. Where the disk cannot exchange two names, that last promise holds only until the renames.
class OutputSet {
 public:
  explicit OutputSet(FileSystem& files) : files_(files) {}

  // An Environment error that names `path`.
  [[nodiscard]] Status add(const std::filesystem::path& path, std::string_view bytes);
  // All of them in their places, safe from a power cut.
  [[nodiscard]] Status commit();

  // In the order of adding.
  const std::vector<std::filesystem::path>& paths() const { return paths_; }

 private:
  FileSystem& files_;
  std::vector<std::filesystem::path> paths_;
  std::vector<std::unique_ptr<StagedFile>> staged_;

  Status put_in_place();
};

}  // namespace nbpublish
