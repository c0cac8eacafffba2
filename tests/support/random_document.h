// A small document out of bytes: what a fuzzer changes, or RapidCheck, is its structure, never its text's being a text.
#pragma once

#include <cstddef>
#include <cstdint>

#include "document/document.h"

namespace nbpublish::testing {

// Every byte decides one thing: a kind of block, a count, the length of a word. All words differ. With ids, and in ten thousand words
// at most.
Document random_document(const std::uint8_t* data, std::size_t size);

}  // namespace nbpublish::testing
