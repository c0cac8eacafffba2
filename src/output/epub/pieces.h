// Long texts in several files: reading systems load a content document as a whole, and some stores take none above 10 MB.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "document/document.h"

namespace nbpublish {

// What a content document may be estimated at, in bytes. Readers of small memory page through 300 KB without waiting.
inline constexpr std::size_t kMostBytes = 250'000;

// About how many bytes of XHTML the block becomes, what it holds included.
std::size_t weight_of(const Block& block);

// Where each piece of the text begins, the first at 0: as few as have no more than `most` each, cut before a heading of the second level
// where there is one, else before any block of the text. A single block is never cut.
std::vector<std::size_t> piece_starts(std::span<const Block> blocks, std::size_t most = kMostBytes);

}  // namespace nbpublish
