// LeafText: the inline text of one paragraph, heading or cell, without the marks of the containers
// around it, and where each of its bytes stands in the chapter.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "source/source_text.h"

namespace nbpublish {

class LeafText {
 public:
  // Lines first..last of `source` inside `quotes` block quotes; the first line from byte `offset` of it.
  static LeafText lines(const SourceText& source, std::size_t first, std::size_t last, std::size_t offset, int quotes);
  // The bytes [begin, end) of one line.
  static LeafText range(const SourceText& source, std::size_t begin, std::size_t end);

  const std::string& text() const { return text_; }
  // From an offset in text() to one in the SourceText.
  std::size_t source_offset(std::size_t offset) const;
  // The offset at which the line after `offset` begins, or text().size().
  std::size_t next_line(std::size_t offset) const;

 private:
  struct Line {
    std::size_t offset = 0, source = 0;
  };
  std::string text_;
  std::vector<Line> lines_;
};

// The offset in a line behind at most `quotes` marks of block quotes and the blanks between them.
std::size_t content_offset(std::string_view line, int quotes);

}  // namespace nbpublish
