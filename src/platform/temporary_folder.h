// TemporaryFolder: a place on the real disk that is gone when its owner is.
#pragma once

#include <filesystem>
#include <utility>

#include "base/result.h"

namespace nbpublish {

class TemporaryFolder {
 public:
  // A new, empty folder that only this user can read. An Environment error if there is no room for one.
  static Result<TemporaryFolder> make();
  TemporaryFolder(TemporaryFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}
  TemporaryFolder& operator=(TemporaryFolder&&) = delete;
  ~TemporaryFolder();

  const std::filesystem::path& path() const { return path_; }

 private:
  explicit TemporaryFolder(std::filesystem::path path) : path_(std::move(path)) {}
  std::filesystem::path path_;
};

}  // namespace nbpublish
