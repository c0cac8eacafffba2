// TemporaryFolder: a place on the real disk that is gone when its owner is.
#pragma once

#include <filesystem>

#include "base/result.h"
#include "platform/descriptor.h"
#include "platform/leavings.h"

namespace nbpublish {

class TemporaryFolder {
 public:
  // A new, empty folder that only this user can read; a signal that ends the process removes it (leavings.h). What runs that
  // were killed have left behind is removed first. An Environment error if there is no room for one.
  static Result<TemporaryFolder> make();
  TemporaryFolder(TemporaryFolder&&) noexcept = default;
  TemporaryFolder& operator=(TemporaryFolder&&) = delete;
  ~TemporaryFolder();

  const std::filesystem::path& path() const { return leaving_.path(); }

 private:
  explicit TemporaryFolder(Leaving leaving);
  Leaving leaving_;
  Descriptor lock_;  // held as long as its owner lives, by which other runs know that it does
};

}  // namespace nbpublish
