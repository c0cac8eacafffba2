#include "platform/temporary_folder.h"

#include <stdlib.h>

#include <string>

namespace nbpublish {

Result<TemporaryFolder> TemporaryFolder::make() {
  std::error_code error;
  const std::filesystem::path parent = std::filesystem::temp_directory_path(error);
  std::string name = ((error ? std::filesystem::path("/tmp") : parent) / "nbpublish-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) return fail(ErrorKind::Environment, "cannot make the temporary folder " + name, "TMPDIR names another place");
  return TemporaryFolder(name);
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;  // a folder that is left behind harms nobody
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

}  // namespace nbpublish
