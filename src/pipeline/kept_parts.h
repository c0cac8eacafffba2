// Sealed parts of an edition on disk: a chapter that did not change is not drawn again.
#pragma once

#include <filesystem>
#include <mutex>

#include "output/pdf/part_store.h"
#include "platform/file_system.h"

namespace nbpublish {

// One file for each part, the last that was made: the folder does not grow with the runs. A file that is damaged is as good as none.
class KeptParts final : public PartStore {
 public:
  KeptParts(FileSystem& files, std::filesystem::path folder) : files_(files), folder_(std::move(folder)) {}

  std::optional<std::string> find(const std::string& part, const std::string& key) override;
  void keep(const std::string& part, const std::string& key, const std::string& bytes) override;

 private:
  FileSystem& files_;
  std::filesystem::path folder_;
  std::mutex one_at_a_time_;
};

}  // namespace nbpublish
