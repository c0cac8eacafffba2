#include "layout/listing/listing_text.h"

#include <algorithm>
#include <string_view>

#include "document/box_diagram.h"
#include "document/ink.h"
#include "layout/listing/wrap.h"
#include "text/columns.h"

namespace nbpublish {
namespace {

bool is_blank_line(std::string_view line) { return line.find_first_not_of(' ') == std::string_view::npos; }

}  // namespace

ListingText listing_text(const CodeBlock& code, int tab) {
  std::string_view text = code.text;
  while (text.ends_with('\n')) text.remove_suffix(1);
  ListingText listing;
  listing.lines = highlight(text, code.info.language);
  std::uint32_t ink = 0;
  for (HighlightedLine& line : listing.lines) {
    expand_tabs(line, tab);
    listing.ink.push_back(ink);
    ink += count_ink(line.text);
  }
  return listing;
}

int widest_drawing(const std::vector<HighlightedLine>& lines) {
  int widest = 0, here = 0;
  bool is_drawn = false;
  for (const HighlightedLine& line : lines) {
    if (is_blank_line(line.text)) {
      here = 0, is_drawn = false;
      continue;
    }
    here = std::max(here, column_count(line.text));
    is_drawn = is_drawn || has_box_drawing(line.text);
    if (is_drawn) widest = std::max(widest, here);
  }
  return widest;
}

int written_rows(const std::vector<HighlightedLine>& lines, const std::vector<std::size_t>& row_lines, std::size_t from, std::size_t to) {
  int written = 0;
  for (std::size_t row = from; row < to; ++row) written += is_blank_line(lines[row_lines[row]].text) ? 0 : 1;
  return written;
}

}  // namespace nbpublish
