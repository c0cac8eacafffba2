// Sheet: a page whose lines are put on the grid one by one: title pages, openers, part pages.
#pragma once

#include <string>
#include <vector>

#include "layout/inline/paragraph.h"

namespace nbpublish {

class Sheet {
 public:
  explicit Sheet(LayoutContext& context) : context_(context) {}

  struct Look {
    TextStyle text;
    Alignment alignment = Alignment::Ragged;
    Length left, measure;
    ColourRole colour = ColourRole::Text;
    Length turnover{};  // indent of further lines
  };
  Look look(const TextStyle& text) const;

  // Sets the words with the first baseline on grid line `line` (from 1); further lines follow by the style's leading,
  // brought to whole grid lines if the leading is larger than one. Returns the grid line after the last.
  int add(const Inlines& words, const Look& look, int line, TagId tag);
  // Plain words, a space at their end kept: what follows on the page is another word.
  int add(const std::string& words, const Look& look, int line, TagId tag);
  // The same from an exact baseline (from the block's top); returns the next baseline by the style's own leading.
  Length add_at(const Inlines& words, const Look& look, Length baseline, TagId tag);

  // Baseline of grid line `line` from the top of the block.
  Length baseline(int line) const;

  std::vector<FrameItem> items;  // x from the block's left edge, y from its top
  std::vector<LinkArea> links;

 private:
  LayoutContext& context_;
  std::vector<SetLine> set(const ParagraphText& text, const Look& look);
  int add_lines(std::vector<SetLine> lines, const Look& look, int line);
  void place(SetLine line, Length x, Length y);
};

}  // namespace nbpublish
