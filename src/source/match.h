// Brings the positions of cmark-gfm's tree to pandoc's.
#pragma once

#include "source/syntax.h"

namespace nbpublish {

// Sets the spans of `tree` (pandoc's), the info strings of its code blocks, the lines of code and HTML, the numbers
// and names of its note references, from `places` (cmark-gfm's tree of the same file). Where the two
// trees part, a node gets the place of the nearest block around it, and `mismatches` names it.
struct MatchResult {
  std::vector<SourceSpan> mismatches;  // one for each block in which some place is not exact
};
MatchResult match_positions(SyntaxNode& tree, const SyntaxNode& places);

}  // namespace nbpublish
