// How wide the pieces of a line come out when it is set. All of it depends on nothing but what the line is set from.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "layout/inline/line_breaker.h"
#include "layout/inline/paragraph_rules.h"
#include "layout/inline/paragraph_text.h"

namespace nbpublish {

// What one line is set from.
struct LineInput {
  LayoutContext& context;
  const ParagraphText& text;
  const std::vector<InlineItem>& items;
  const ParagraphRules& rules;
  BrokenLine line;
  bool is_first;  // of the paragraph

  std::size_t end() const { return std::min(line.at, items.size()); }  // of its items
  const TextSpan& span_of(const InlineItem& item) const { return text.spans[item.span]; }
  std::string_view slice(std::uint32_t begin, std::uint32_t stop) const { return std::string_view(text.text).substr(begin, stop - begin); }
};

// Where the line begins: behind its indent, and in the margin with what hangs there; a line that does not begin at the left edge
// behind the slack before it.
Length line_left(const LineInput& in);

// The ratio at which the line's spaces give. A word that was divided is set as it stands, its kerning and ligatures not those of
// the whole word that was measured: the line's spaces take the difference, so that its end stands at the edge.
double ratio_as_set(const LineInput& in);

// The item behind the boxes that make one word with item `i`: pieces of a word that are not broken here are shaped together.
std::size_t word_end(const LineInput& in, std::size_t i);
// Whether what the item shows is shaped from its right end.
inline bool is_set_backward(const InlineItem& item) { return item.level % 2 == 1; }

// Of the word of items [i, next), without the space between its letters.
Length word_width(const LineInput& in, std::size_t i, std::size_t next);
// Of shaped text.
Length shaped_width(const FontLibrary& fonts, const std::vector<ShapedRun>& runs, Length size);
// Of a space. `in.line.ratio` is ratio_as_set().
Length glue_width(const LineInput& in, const InlineItem& item);
// What the letters of the word of items [i, next) give, or take where it is negative. `in.line.ratio` is ratio_as_set().
Length letter_space(const LineInput& in, std::size_t i, std::size_t next);

}  // namespace nbpublish
