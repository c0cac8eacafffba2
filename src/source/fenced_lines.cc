#include "source/fenced_lines.h"

#include <algorithm>
#include <string_view>

namespace nbpublish {
namespace {

// Without blanks and the marks of quotes and list items.
std::string_view bare(std::string_view line) {
  for (;;) {
    const std::size_t first = line.find_first_not_of(" \t>");
    if (first == line.npos) return {};
    line.remove_prefix(first);
    const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
    const std::size_t mark = digits == 0 ? (line.find_first_of("-*+") == 0 ? 1 : 0)
                                         : (digits < line.size() && (line[digits] == '.' || line[digits] == ')') ? digits + 1 : 0);
    if (mark == 0 || mark >= line.size() || line[mark] != ' ') return line;
    line.remove_prefix(mark);
  }
}

struct Fence {
  char mark = 0;
  std::size_t length = 0;
  std::string_view rest;
};

Fence fence_in(std::string_view line) {
  if (!line.starts_with("```") && !line.starts_with("~~~")) return {};
  const std::size_t length = std::min(line.find_first_not_of(line[0]), line.size());
  return {line[0], length, line.substr(length)};
}

}  // namespace

std::vector<bool> fenced_lines(const SourceText& source) {
  std::vector<bool> fenced(source.line_count(), false);
  Fence open;
  for (std::size_t number = 1; number <= source.line_count(); ++number) {
    const Fence fence = fence_in(bare(source.line(number)));
    fenced[number - 1] = open.mark != 0 || fence.mark != 0;
    if (open.mark == 0) {
      const bool inline_code = fence.mark == '`' && fence.rest.find('`') != fence.rest.npos;
      if (inline_code) fenced[number - 1] = false;
      if (!inline_code) open = fence;
    } else if (fence.mark == open.mark && fence.length >= open.length && fence.rest.find_first_not_of(" \t") == fence.rest.npos) {
      open = {};
    }
  }
  return fenced;
}

}  // namespace nbpublish
