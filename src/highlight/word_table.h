// Word tables: constexpr arrays in byte order, looked up by bisection.
#pragma once

#include <algorithm>
#include <span>
#include <string_view>

namespace nbpublish {

// A view of a sorted array; say static_assert(std::ranges::is_sorted(table)) beside each table.
using Words = std::span<const std::string_view>;

inline bool contains(Words words, std::string_view word) { return std::ranges::binary_search(words, word); }

}  // namespace nbpublish
