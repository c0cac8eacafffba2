// InlineItem: a box, glue or penalty of a paragraph (Knuth and Plass, "Breaking Paragraphs into Lines", 1981).
#pragma once

#include <cstdint>

#include "base/length.h"

namespace nbpublish {

inline constexpr int kForbidden = 10'000;  // a penalty at which no line may end
inline constexpr int kForced = -10'000;    // a penalty at which a line must end

struct InlineItem {
  enum class Kind : std::uint8_t { Box, Glue, Penalty } kind = Kind::Box;
  bool hyphen = false;               // Penalty: the line shows a hyphen when it ends here. Box: it ends in one that the author wrote
  std::uint8_t level = 0;            // Box, Glue: of embedding (UAX 9)
  std::uint32_t span = 0;            // index into ParagraphText::spans
  std::uint32_t begin = 0, end = 0;  // bytes of the text: a box's letters, a glue's space
  Length width;                      // Penalty: of the hyphen
  Length stretch, shrink;            // Glue
  Length letters;                    // Box: what its letter spaces can give, either way
  Length hang_left, hang_right;      // Box, and the hyphen of a Penalty: what may stand in the margin at a line's edge
  int penalty = 0;
  std::uint32_t word = 0;  // Box: equal for equal words; 0 = not compared
};

}  // namespace nbpublish
