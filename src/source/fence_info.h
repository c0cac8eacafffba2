// The info string of a code fence: ```js {1,3-5} title="server.js" {#lst:server} showLineNumbers=10
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace nbpublish {

struct ParsedFenceInfo {
  FenceInfo info;
  std::vector<std::string> unknown;  // attributes that were not understood, as written
};

// Never fails: what is not understood stands in `unknown`. Words of other publishing tools that change
// nothing in print (twoslash, copy, ...) are accepted silently.
ParsedFenceInfo parse_fence_info(std::string_view info);

}  // namespace nbpublish
