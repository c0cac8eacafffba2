// TeX among the words of a line: $x$, $$x$$, $`x`$, \(x\), \[x\]. Prices and variables of shells have dollars
// too, so the rules are pandoc's and GitHub's together, and a look at what stands between.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nbpublish {

// Bytes [begin, end) with the marks around it.
struct TexSpan {
  std::size_t begin = 0, end = 0;
};

// Where a mark may not stand: code is passed over, and so are tags and addresses. In ascending order.
struct ClosedRange {
  std::size_t begin = 0, end = 0;
  bool is_code = false;
};

// In ascending order, none in another.
std::vector<TexSpan> tex_spans(std::string_view text, const std::vector<ClosedRange>& closed);

// Whether a line is nothing but the mark that begins TeX on lines of its own, or begins with it: "$$", "\[".
bool begins_display(std::string_view line);
// Whether it ends what such a line began.
bool ends_display(std::string_view line, std::string_view first);
// A line that both begins and ends it.
bool is_whole_display(std::string_view line);

// As code in a line that shows the same.
std::string as_code(std::string_view tex);

}  // namespace nbpublish
