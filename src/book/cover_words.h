// What a manifest says for the printed cover.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace nbpublish {

// [back-cover] of the book, and of a volume, whose values stand before the book's.
struct BackCover {
  std::string text;                 // paragraphs with an empty line between; empty: the description
  std::vector<std::string> points;  // what the reader gets, a line or two each
  std::string category;             // as a shop shelves it: "Computers / Programming / JavaScript"
  std::string price, address;
  std::string add_on;  // the five digits beside the barcode; empty: none
};

// The drawing of a cover, by its seed word in the manifest.
enum class CoverMotif : std::uint8_t { Loop, Threads, Flames, Pulse };
inline constexpr int kCoverMotifs = 4;

}  // namespace nbpublish
