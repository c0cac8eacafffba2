// Chains as rails: a dot for each step on a vertical line, and whose step it is in a column at the right.
#pragma once

#include <vector>

#include "document/rail.h"
#include "layout/listing/listing_rules.h"

namespace nbpublish {

// Appends a group with the rows of the chain, its caption above them. What is copied is the source, arrows and all. False, and nothing is
// appended, where a word is wider than the column.
bool add_rail(LayoutContext& context, const CodeBlock& code, const std::vector<RailStep>& steps, const Block& block,
              const ListingRules& rules, Galley& galley);

}  // namespace nbpublish
