// Which chapters one pandoc process reads.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace nbpublish {

struct Slice {
  std::size_t begin = 0, end = 0;
};

// What a text will cost pandoc, in bytes, about: those outside of its fenced code, which pandoc hardly gets to see (code_apart.h).
std::size_t weight_for_pandoc(std::string_view text);

// Neighbours, of about as much weight in each slice, so that those that are read beside each other end together; no more of them than are
// useful, and none that takes a process too much memory.
std::vector<Slice> slices_of(std::span<const std::size_t> weights, unsigned jobs);

}  // namespace nbpublish
