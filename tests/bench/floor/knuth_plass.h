// Paragraphs broken into lines as D. E. Knuth and M. F. Plass do it ("Breaking Paragraphs into Lines", 1981), with four classes of fitness.
#pragma once

#include <span>
#include <vector>

namespace nbpublish::floor_program {

enum class ItemKind : char { Box, Glue, Penalty };

inline constexpr short kForbidden = 10000, kForced = -10000;

// Lengths in points. What a penalty adds to a line that ends there is its width.
struct Item {
  float width = 0, stretch = 0, shrink = 0;
  short penalty = 0;
  ItemKind kind = ItemKind::Box;
  bool is_flagged = false;  // two such breaks in a row are bad
};

class ParagraphBreaker {
 public:
  // The items at which lines of `measure` points end, ascending. The last item is a forced break. Where no break is good, a line is too
  // long.
  std::vector<int> breaks(std::span<const Item> items, double measure);

 private:
  struct Node {
    int item, fitness, previous;    // previous: an index of nodes_, -1 before the first line
    double width, stretch, shrink;  // sums before the line that begins here
    double demerits;
  };

  void try_break(std::span<const Item> items, int at, double measure);

  std::vector<Node> nodes_;
  std::vector<int> active_;                      // indexes of nodes_
  double width_ = 0, stretch_ = 0, shrink_ = 0;  // sums of the items before the one that is looked at
};

}  // namespace nbpublish::floor_program
