// Columns of text in a monospaced face: what code is aligned, wrapped and measured by.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace nbpublish {

// A character as readers see it (UAX 29 grapheme cluster): bytes [begin, end) of a text.
struct ColumnCluster {
  std::uint32_t begin = 0, end = 0;
  // 2 for wide characters (UAX 11, W and F) and emoji (UTS 51), 0 for what has no advance, else 1; of a syllable of several characters
  // that each have an advance, as in Indic scripts, their sum, as terminals count it.
  int columns = 1;
};

// The clusters of one line of text, in order; their bytes add up to it.
std::vector<ColumnCluster> column_clusters(std::string_view line);

// Columns of one line of text without tabs.
int column_count(std::string_view line);

}  // namespace nbpublish
