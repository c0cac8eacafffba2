#include "document/picture_key.h"

#include <filesystem>

#include "document/href.h"

namespace nbpublish {

std::string picture_key(std::string_view file, std::string_view source) {
  namespace fs = std::filesystem;
  const std::string path = percent_decode(split_href(source).path);
  if (path.starts_with('/')) return fs::path(path.substr(1)).lexically_normal().generic_string();
  return (fs::path(file).parent_path() / path).lexically_normal().generic_string();
}

}  // namespace nbpublish
