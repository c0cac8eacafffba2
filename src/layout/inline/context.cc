#include "layout/inline/context.h"

#include <filesystem>

namespace nbpublish {

std::string picture_key(std::string_view chapter_file, std::string_view source) {
  namespace fs = std::filesystem;
  if (source.starts_with('/')) return fs::path(source.substr(1)).lexically_normal().generic_string();
  return (fs::path(chapter_file).parent_path() / source).lexically_normal().generic_string();
}

}  // namespace nbpublish
