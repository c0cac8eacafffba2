// A folder on the real disk that goes with the test.
#pragma once

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "platform/temporary_folder.h"

namespace nbpublish::testing {

class Place {
 public:
  Place() : folder_(*TemporaryFolder::make()) {}

  std::filesystem::path operator/(const std::string& name) const { return folder_.path() / name; }
  const std::filesystem::path& path() const { return folder_.path(); }
  void write(const std::string& name, const std::string& bytes) const {
    std::filesystem::create_directories((*this / name).parent_path());
    std::ofstream(*this / name, std::ios::binary) << bytes;
    REQUIRE(std::filesystem::file_size(*this / name) == bytes.size());
  }
  void link(const std::filesystem::path& target, const std::string& name) const { std::filesystem::create_symlink(target, *this / name); }
  // All that is in the folder `name`, hidden files too, in the order of the names.
  std::vector<std::string> names(const std::string& name = ".") const {
    std::vector<std::string> out;
    for (const auto& entry : std::filesystem::directory_iterator(*this / name)) out.push_back(entry.path().filename().string());
    std::ranges::sort(out);
    return out;
  }

 private:
  TemporaryFolder folder_;
};

}  // namespace nbpublish::testing
