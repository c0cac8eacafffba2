// A paragraph's words as lines: what stands in each, and how wide its blanks are.
#pragma once

#include <vector>

#include "bench/floor/knuth_plass.h"
#include "bench/floor/words.h"

namespace nbpublish::floor_program {

// A word or a part of one, in bytes.
struct Piece {
  int word, from, to;
  bool has_hyphen;  // which is drawn behind it
  bool ends_word;   // a blank follows, unless the line ends
};

struct Line {
  std::vector<Piece> pieces;
  double blank;  // points
};

class LineMaker {
 public:
  // Borrows both. `face` is that of the words.
  LineMaker(const Words& words, const Face& face, double measure);

  std::vector<Line> lines(const std::vector<int>& words);

 private:
  void append_word(int word);

  const Words& words_;
  double measure_, blank_, hyphen_;
  ParagraphBreaker breaker_;
  std::vector<Item> items_;
  std::vector<Piece> pieces_;  // those of the boxes of items_, in their order
};

}  // namespace nbpublish::floor_program
