// LinkAreas: the rectangles of the links on one line, as its spans are set from left to right.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "layout/inline/paragraph_text.h"

namespace nbpublish {

// Neighbouring spans of one link make one area.
class LinkAreas {
 public:
  explicit LinkAreas(const ParagraphText& text) : text_(text) {}

  // What follows belongs to the span and begins at `x`.
  void enter(const TextSpan& span, Length x);
  // The link that was entered last, if there is one, goes on to `x`.
  void reach(Length x) {
    if (link_ >= 0) open_.rect.width = x - open_.rect.x;
  }
  // Ends the area: what follows begins one of its own.
  void close();
  // Those that were closed, but for empty ones.
  std::vector<LinkArea> take() { return std::move(closed_); }

 private:
  const ParagraphText& text_;
  std::vector<LinkArea> closed_;
  LinkArea open_;           // of link_
  std::int32_t link_ = -1;  // index into the text's links; -1 = none
};

}  // namespace nbpublish
