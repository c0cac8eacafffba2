// Resources: where the program's own styles and fonts are.
#pragma once

#include <filesystem>

#include "base/result.h"

namespace nbpublish {

struct ResourcePaths {
  std::filesystem::path styles, fonts;
};

// Beside an installed binary (../share/nbpublish), else the source tree it was built from. An Environment error if
// neither is there.
Result<ResourcePaths> find_resources();

}  // namespace nbpublish
