// Pages drawn from the text form of frames, which is all that is left of how they were before.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nbpublish::cases {

// A page as an SVG element. A piece that the other side does not have is drawn in red.
struct DrawnPage {
  std::string label;
  std::string svg;
};

// The pages of `frames`, dump(PagedPart), beside another version of them. Text is as long as the dump says, in a face of the viewer's.
std::vector<DrawnPage> drawn_pages(std::string_view frames, std::string_view other);

}  // namespace nbpublish::cases
