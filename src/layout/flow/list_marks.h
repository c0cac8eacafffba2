// What hangs before the items of a list: bullets, numbers and boxes, and the room that the widest of them needs.
#pragma once

#include <string>
#include <vector>

#include "document/document.h"
#include "layout/inline/context.h"

namespace nbpublish {

class ListMarks {
 public:
  // `depth`: 1 on the outermost level.
  ListMarks(LayoutContext& context, const List& list, const TextStyle& text, int depth);

  // From the list's left edge to its items' text in a column of `measure`: the style's for the level, or more where a mark is
  // wider. Where that left no room for words, marks stand out instead.
  Length indent(Length measure) const;
  // What is said of an item's box, its number before it; empty if it has none.
  std::string spoken(std::size_t item) const;
  // The marks of an item whose text begins at `left`, on that baseline.
  std::vector<FrameItem> of(std::size_t item, Point at, TagId tag) const;

 private:
  LayoutContext& context_;
  const Style& style_;
  const List& list_;
  const TextStyle& text_;
  bool is_outermost_;
  std::vector<std::string> words_;  // of each item; of all, if there is one
  std::vector<Length> widths_;

  const std::string& words(std::size_t item) const { return words_[words_.size() == 1 ? 0 : item]; }
  Length width(std::size_t item) const { return widths_[widths_.size() == 1 ? 0 : item]; }
  bool has_words(std::size_t item) const;
  // From a mark's right or a box's left edge to the text.
  Length gap() const { return style_.list_indent - style_.list_number_edge; }
  Length box_room() const;
  Length room(std::size_t item) const;
};

}  // namespace nbpublish
