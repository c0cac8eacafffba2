// Inked parts of an edition on disk: a chapter that did not change is not inked again.
#pragma once

#include <filesystem>
#include <mutex>

#include "output/pdf/ink_part.h"
#include "platform/file_system.h"

namespace nbpublish {

// One file for each part, the last that was made: the folder does not grow with the runs. A file that is damaged is as good as none.
class KeptParts final : public InkedParts {
 public:
  KeptParts(FileSystem& files, std::filesystem::path folder) : files_(files), folder_(std::move(folder)) {}

  std::optional<std::string> find(const std::string& part, const std::string& digest) override;
  void keep(const std::string& part, const std::string& digest, const std::string& bytes) override;

 private:
  FileSystem& files_;
  std::filesystem::path folder_;
  std::mutex one_at_a_time_;
};

}  // namespace nbpublish
