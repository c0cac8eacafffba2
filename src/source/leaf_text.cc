#include "source/leaf_text.h"

#include <algorithm>

namespace nbpublish {

std::size_t content_offset(std::string_view line, int quotes) {
  std::size_t offset = 0;
  const auto skip_blanks = [&] {
    while (offset < line.size() && (line[offset] == ' ' || line[offset] == '\t')) ++offset;
  };
  skip_blanks();
  for (; quotes > 0 && offset < line.size() && line[offset] == '>'; --quotes) {
    ++offset;
    skip_blanks();
  }
  return offset;
}

LeafText LeafText::lines(const SourceText& source, std::size_t first, std::size_t last, std::size_t offset, int quotes) {
  LeafText leaf;
  for (std::size_t number = first; number <= last && number <= source.line_count(); ++number) {
    const std::string_view line = source.line(number);
    const std::size_t from = std::min(number == first ? offset : content_offset(line, quotes), line.size());
    leaf.lines_.push_back({leaf.text_.size(), source.line_start(number) + from});
    leaf.text_ += line.substr(from);
    leaf.text_ += '\n';
  }
  return leaf;
}

LeafText LeafText::range(const SourceText& source, std::size_t begin, std::size_t end) {
  LeafText leaf;
  leaf.lines_.push_back({0, begin});
  leaf.text_ = source.text().substr(begin, end - begin);
  return leaf;
}

std::size_t LeafText::source_offset(std::size_t offset) const {
  const auto after =
      std::upper_bound(lines_.begin(), lines_.end(), offset, [](std::size_t value, const Line& line) { return value < line.offset; });
  const Line& line = *std::prev(after);
  return line.source + (offset - line.offset);
}

std::size_t LeafText::next_line(std::size_t offset) const {
  const std::size_t feed = text_.find('\n', offset);
  return feed == text_.npos ? text_.size() : feed + 1;
}

}  // namespace nbpublish
