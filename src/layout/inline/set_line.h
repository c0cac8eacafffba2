// SetLine: a line of a paragraph as it is set.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "frame/frame.h"
#include "frame/shift.h"

namespace nbpublish {

// One set line. Items, links: x from the left edge of the measure, y from the baseline.
struct SetLine {
  std::vector<FrameItem> items;
  std::vector<LinkArea> links;
  std::vector<std::uint32_t> notes;  // indices of the notes whose marks stand on the line
  std::vector<std::string> places;   // destinations on the line
  Length width;                      // of the ink, from the left edge of the measure
  Length rise;                       // of the highest picture, from the baseline
  bool hyphenated = false;
};

// Moves everything on the line.
void shift(SetLine& line, Length dx, Length dy);

}  // namespace nbpublish
