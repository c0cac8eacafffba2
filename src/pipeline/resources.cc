#include "pipeline/resources.h"

#ifndef NBP_SOURCE_DIR
#error "NBP_SOURCE_DIR must be defined by the build"
#endif

namespace nbpublish {
namespace fs = std::filesystem;

Result<ResourcePaths> find_resources() {
  std::error_code error;
  const fs::path executable = fs::read_symlink("/proc/self/exe", error);
  for (const fs::path& base : {executable.parent_path() / "../share/nbpublish", fs::path(NBP_SOURCE_DIR)}) {
    if (!fs::is_directory(base / "styles", error) || !fs::is_regular_file(base / "fonts/fonts.toml", error)) continue;
    const fs::path fetched = base / "build/npm/diagrams/node_modules/mermaid/dist/mermaid.min.js",
                   installed = base / "diagrams/mermaid.min.js";
    return ResourcePaths{(base / "styles").lexically_normal(), (base / "fonts").lexically_normal(), (base / "outlets").lexically_normal(),
                         (base / "diagrams").lexically_normal(),
                         (fs::is_regular_file(installed, error) ? installed : fetched).lexically_normal()};
  }
  return fail(ErrorKind::Environment, "the styles and fonts of nbpublish are not beside the program",
              "install it with 'make install', or run it from the tree it was built in");
}

}  // namespace nbpublish
