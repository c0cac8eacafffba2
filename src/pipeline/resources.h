// Resources: where the program's own styles, fonts, outlets' rules and scripts are.
#pragma once

#include <filesystem>

#include "base/result.h"

namespace nbpublish {

struct ResourcePaths {
  std::filesystem::path styles, fonts, outlets;
  std::filesystem::path diagrams;  // scripts of the page that draws diagrams
  std::filesystem::path mermaid;   // mermaid.min.js; need not be there
};

// Beside an installed binary (../share/nbpublish), else the source tree it was built from. An Environment error if
// neither is there.
Result<ResourcePaths> find_resources();

}  // namespace nbpublish
