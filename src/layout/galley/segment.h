// Segments: the rows between two page breaks, measured and placed.
#pragma once

#include <vector>

#include "layout/galley/galley.h"

namespace nbpublish {

// Height of a growing stretch of rows that starts at the top of a page. add() is O(depth of groups).
class SegmentMeter {
 public:
  SegmentMeter(const Galley& galley, Length line, std::size_t first);
  // Appends the next row.
  void add();
  // The next row is `row`, with so many lines of white before it. No group stands on both sides of it.
  void go_to(std::size_t row, int space_before);
  // Height if the page ended after the last row added.
  Length height() const;

 private:
  struct Open {
    int group;
    Length outside;    // height of the enclosing level up to this group's segment
    Length top;        // space above its first row
    Length inside;     // of its rows so far
    bool begins_page;  // nothing stands above it
  };
  const Galley& galley_;
  Length line_;
  std::size_t next_;
  int space_ = 0;          // before the next row
  Length base_;            // height at the outermost level
  bool is_at_top_ = true;  // no row yet: the space above a figure is dropped
  Length dropped_;         // of the last rows, if the page ended behind them
  std::vector<Open> open_;

  Length& level() { return open_.empty() ? base_ : open_.back().inside; }
  void close_until(int group);
  Length closed_height(const Open& open, bool at_foot) const;
};

// A row's place on its page.
struct PlacedRow {
  std::size_t row = 0;
  Length y;  // of its top, from the top of the block
};
struct PlacedSegment {
  std::vector<PlacedRow> rows;
  std::vector<std::pair<int, GroupSegment>> groups;  // outer before inner
  Length height;
};

// Places rows [first, end). `extra[i]` more lines of white stand before row first + i, or fewer (vertical justification).
PlacedSegment place_segment(const Galley& galley, Length line, std::size_t first, std::size_t end, const std::vector<int>& extra);

}  // namespace nbpublish
