// The info string of a code fence: ```js {1,3-5} title="server.js" {#lst:server} showLineNumbers=10
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/document.h"

namespace nbpublish {

struct ParsedFenceInfo {
  FenceInfo info;
  std::string caption;  // caption="What it `shows`", as written
  // Attributes that were not understood, as ranges [first, second) of the info string.
  std::vector<std::pair<std::size_t, std::size_t>> unknown;
};

// Never fails: what is not understood stands in `unknown`. Words of other publishing tools that change
// nothing in print (twoslash, copy, ...) are accepted silently.
ParsedFenceInfo parse_fence_info(std::string_view info);

}  // namespace nbpublish
