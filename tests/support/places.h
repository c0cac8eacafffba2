// Where the files are that tests read.
#pragma once

#include <filesystem>
#include <string_view>

namespace nbpublish::testing {

// `inside` is a path inside the source tree, or inside its folder tests/.
std::filesystem::path source_path(std::string_view inside);
std::filesystem::path test_path(std::string_view inside);

}  // namespace nbpublish::testing
