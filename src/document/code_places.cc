#include "document/code_places.h"

#include <algorithm>

#include "base/utf8.h"

namespace nbpublish {

SourceSpan place_of_line(const CodeBlock& code, std::size_t index) {
  return code.lines.empty() ? SourceSpan{} : code.lines[std::min(index, code.lines.size() - 1)];
}

SourceSpan CodePlaces::of(std::size_t at) {
  for (; counted_ < at; ++counted_)
    if (text_[counted_] == '\n') ++line_, line_begin_ = counted_ + 1;
  const SourceSpan line = place_of_line(code_, line_);
  if (line.line == 0) return beginning_of(block_.span);
  const auto before = static_cast<std::uint32_t>(count_code_points(text_.substr(line_begin_, at - line_begin_)));
  const std::uint32_t column = std::min(line.column + before, std::max(line.column, line.end_column));
  return {line.line, column, line.line, column, line.file};
}

}  // namespace nbpublish
