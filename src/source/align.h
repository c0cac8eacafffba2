// Which node of one list is which of another, where two parsers disagree about a few of them.
#pragma once

#include <cstddef>
#include <vector>

#include "source/syntax.h"

namespace nbpublish {

inline constexpr std::size_t kNoPartner = static_cast<std::size_t>(-1);

// For each of `nodes` the index of its partner in `places`, ascending, or kNoPartner. Lists of the same
// kinds are paired as they stand. Otherwise partners are the longest common subsequence by kind and
// text (blanks aside), and what lies between two partners is paired if its kinds are the same.
std::vector<std::size_t> align(const std::vector<SyntaxNode>& nodes, const std::vector<const SyntaxNode*>& places);

}  // namespace nbpublish
