// Where a listing may be split over pages.
#pragma once

#include <string>
#include <vector>

namespace nbpublish {

// Cost of a page break before each source line (index 0 is unused), from the text alone: free at a blank line, cheap
// after a closing brace at the lowest indent, poor elsewhere, bad after an opening brace, a comment, a decorator or a
// line that ends in a comma (docs/design.md, Listings).
std::vector<double> split_costs(const std::vector<std::string>& lines);

}  // namespace nbpublish
