// Chains of steps, written as text whose lines begin with an arrow.
#pragma once

#include <cstdint>
#include <vector>

#include "document/document.h"

namespace nbpublish {

// A line of the chain: bytes of the listing's text. "-> kernel: TCP send buffer" is [begin, end); the arrow with the blanks behind it, if
// it has one, stands before `owner`, whose step it is, "kernel: ", and that before `words`. Without an owner both are one place.
struct RailStep {
  std::uint32_t begin = 0, owner = 0, words = 0, end = 0;
};

// The steps of plain text (a fence of `text`, or of no language) of two lines or more, of which all but the first begin with "->", equally
// far in. None if the code is anything else, or has a title, marked lines or line numbers. An owner is a word of up to 16 characters before
// a colon and a blank.
std::vector<RailStep> rail_steps(const CodeBlock& code);

}  // namespace nbpublish
