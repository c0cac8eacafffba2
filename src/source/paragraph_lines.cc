#include "source/paragraph_lines.h"

namespace nbpublish {

std::vector<ParagraphLine> lines_of(const SyntaxNode& paragraph, const SourceText& source, int quotes) {
  std::vector<ParagraphLine> lines;
  const std::size_t first = source.line_of(paragraph.begin), last = source.line_of(paragraph.end);
  for (std::size_t number = first; number <= last; ++number) {
    const std::string_view text = source.line(number);
    const std::size_t start = source.line_start(number);
    lines.push_back({start, number == first ? paragraph.begin - start : content_offset(text, quotes), text});
  }
  return lines;
}

}  // namespace nbpublish
