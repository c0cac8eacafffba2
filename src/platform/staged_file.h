// StagedFile: a whole file under a temporary name, on its way to its place.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "base/result.h"
#include "platform/file_system.h"

namespace nbpublish {

// Not put in its place, nothing of it stays.
class StagedFile {
 public:
  virtual ~StagedFile() = default;
  // Makes what is written last through a power cut.
  [[nodiscard]] virtual Status settle() = 0;
  // Puts it in its place in one step; what stood there before is kept until the end of this object.
  [[nodiscard]] virtual Status put_in_place() = 0;
  // Puts back what stood there before.
  virtual void take_back() = 0;
  // Makes its name last through a power cut too. A folder that cannot promise it is as good as can be had.
  virtual void settle_name() = 0;
};

// Writes `bytes` to a temporary file in the folder of `path`, which is made if it is not there, and swept of what dead
// runs left in it. An Environment error that names `path` and says what the system says.
Result<std::unique_ptr<StagedFile>> stage_file(FileSystem& files, const std::filesystem::path& path, std::string_view bytes);

}  // namespace nbpublish
