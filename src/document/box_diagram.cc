#include "document/box_diagram.h"

#include "base/utf8.h"

namespace nbpublish {

bool has_box_drawing(std::string_view line) {
  for (std::size_t pos = 0; pos < line.size();)
    if (is_box_drawing(next_code_point(line, pos))) return true;
  return false;
}

bool is_box_diagram(std::string_view code) {
  std::size_t drawn = 0, all = 0;
  for (std::size_t pos = 0; pos < code.size();) {
    const char32_t c = next_code_point(code, pos);
    if (c == ' ' || c == '\n') continue;
    ++all;
    drawn += is_box_drawing(c) ? 1 : 0;
  }
  return drawn > 0 && drawn * 5 >= all;
}

}  // namespace nbpublish
