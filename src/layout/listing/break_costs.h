// What breaking a line of code at a place costs its reader.
#pragma once

#include <vector>

#include "highlight/highlight.h"

namespace nbpublish {

inline constexpr int kNoBreak = 1'000'000;  // of a place at which nothing may break
inline constexpr int kBracketDepth = 10;    // of each bracket that is open, of which a programmer breaks the outermost

// By byte of the line: what a row that begins there costs. Kinds of places, from the best: behind a comma or an operator, before a member's
// dot, behind an opening bracket, inside a string at its blanks; before an operator or closing bracket and behind a keyword only where
// nothing else is left. Inside comments at blanks. Time is linear in the line.
std::vector<int> break_costs(const HighlightedLine& line);

}  // namespace nbpublish
