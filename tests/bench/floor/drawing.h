// Lines, headings and listings drawn as the pages of a tagged PDF.
#pragma once

#include <string>
#include <vector>

#include "bench/floor/blocks.h"
#include "bench/floor/face.h"
#include "bench/floor/lines.h"
#include "bench/floor/words.h"

namespace nbpublish::floor_program {

// A block ready to be drawn: `lines` of a paragraph, `code` of a listing, with the runs of its lines, or a heading's text.
struct SetBlock {
  BlockKind kind;
  std::string text;  // a heading's
  std::vector<Line> lines;
  std::vector<std::string> code;  // a listing's lines
  std::vector<Run> runs;          // as many
};

struct Faces {
  const Face &text, &code, &heading;
};

struct DrawnPages {
  std::string pdf;
  int pages = 0;
};

inline constexpr double kMeasure = 324;  // points

// 6 x 9 inches, 40 lines of text to a page; pages are broken where they are full. Each heading is a destination and in the outline.
// Throws std::runtime_error with Cairo's word.
DrawnPages draw(const std::vector<SetBlock>& blocks, const Words& words, const Faces& faces);

}  // namespace nbpublish::floor_program
