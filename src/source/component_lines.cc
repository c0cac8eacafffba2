#include "source/component_lines.h"

#include <algorithm>
#include <iterator>

#include "source/blank_lines.h"

namespace nbpublish {
namespace {

constexpr std::size_t kMostOpen = 64;  // deeper nests are left with their indent

// Of the lines that hold anything; nothing if none does.
std::size_t shared_indent(const SourceText& source, std::size_t first, std::size_t last) {
  std::size_t indent = std::string_view::npos;
  for (std::size_t line = first; line <= last; ++line)
    if (!is_blank_in_quote(source.line(line))) indent = std::min(indent, source.line(line).find_first_not_of(" \t"));
  return indent == std::string_view::npos ? 0 : indent;
}

}  // namespace

void ComponentLines::open(const std::string& name, std::size_t line) {
  if (open_.size() < kMostOpen) open_.push_back({name, line});
}

void ComponentLines::close(const std::string& name, std::size_t line) {
  const auto found = std::find_if(open_.rbegin(), open_.rend(), [&](const OpenTag& tag) { return tag.name == name; });
  if (found == open_.rend()) return;
  if (line > found->line + 1) inside_.emplace_back(found->line + 1, line - 1);
  open_.erase(std::prev(found.base()), open_.end());
}

std::vector<SourceText::Replacement> ComponentLines::dedented(const SourceText& source) const {
  std::vector<std::size_t> widths(source.line_count() + 1, 0);
  for (const auto& [first, last] : inside_) {
    const std::size_t indent = shared_indent(source, first, last);
    for (std::size_t line = first; line <= last; ++line) widths[line] = std::max(widths[line], indent);
  }
  std::vector<SourceText::Replacement> out;
  for (std::size_t line = 1; line <= source.line_count(); ++line) {
    const std::size_t blanks = std::min(source.line(line).find_first_not_of(" \t"), source.line(line).size());
    const std::size_t width = std::min(widths[line], blanks), begin = source.line_start(line);
    if (width > 0) out.push_back({begin, begin + width, ""});
  }
  return out;
}

}  // namespace nbpublish
