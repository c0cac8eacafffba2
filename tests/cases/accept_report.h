// What accepting has changed, for a person to look at before it is committed.
#pragma once

#include <string>
#include <vector>

namespace nbpublish::cases {

struct Change {
  std::string name;     // of the case
  std::string section;  // "document", "frames", "diagnostics"
  std::string before, after;
};

// For a terminal: each change with its difference.
std::string as_text(const std::vector<Change>& changes);

// One HTML file with everything in it: of frames the pages that changed, before and after side by side, then the difference.
std::string as_html(const std::vector<Change>& changes);

}  // namespace nbpublish::cases
