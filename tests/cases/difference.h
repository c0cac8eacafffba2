// What has changed between two texts, as people read it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nbpublish::cases {

// Without their line feeds.
std::vector<std::string> lines_of(std::string_view text);

// For each line of both texts, whether the other has it too, in an order that keeps the most lines.
struct Kept {
  std::vector<bool> before, after;
};
// Time and memory grow with the product of the lengths of what differs.
Kept kept_lines(const std::vector<std::string>& before, const std::vector<std::string>& after);

// Unified, three lines of context around each change: "@@ -3,4 +3,5 @@", then lines with ' ', '-' or '+'. Empty for equal texts.
std::string unified_difference(std::string_view before, std::string_view after);

}  // namespace nbpublish::cases
