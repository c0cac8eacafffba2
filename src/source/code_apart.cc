#include "source/code_apart.h"

#include <string_view>
#include <utility>

namespace nbpublish {
namespace {

constexpr std::string_view kWord = "nbpublish-code-";
constexpr std::size_t kLeastBytes = 64;  // shorter code is read as fast

// A fence of three marks or more and nothing else behind it: where the line ends a block, this is what ended it.
bool is_closing_fence(std::string_view line, char mark) {
  const std::size_t first = line.find_first_not_of(' '), last = line.find_last_not_of(" \t");
  if (first == line.npos || last - first < 2) return false;
  return line.substr(first, last + 1 - first).find_first_not_of(mark) == line.npos;
}

std::size_t lines_in(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += c == '\n' ? 1 : 0;
  return count;
}

// The lines between the fences; an empty range where the block is no fenced one, or nobody closed it.
std::pair<std::size_t, std::size_t> lines_between_fences(const SyntaxNode& block, std::string_view text) {
  const char mark = text[block.begin];
  const std::size_t begin = text.find('\n', block.begin), feed = block.end == 0 ? text.npos : text.rfind('\n', block.end - 1);
  const bool has_lines = (mark == '`' || mark == '~') && begin < feed && feed < block.end;
  if (!has_lines || !is_closing_fence(text.substr(feed + 1, block.end - feed - 1), mark)) return {0, 0};
  const std::pair range(begin + 1, feed + 1);
  return lines_in(text.substr(range.first, range.second - range.first)) == lines_in(block.text) ? range
                                                                                                : std::pair<std::size_t, std::size_t>(0, 0);
}

}  // namespace

std::string line_for_code(std::size_t index) { return std::string(kWord) + std::to_string(index) + '\n'; }

std::vector<CodeApart> code_apart(const SyntaxNode& places, const SourceText& source) {
  std::vector<CodeApart> found;
  const std::string_view text = source.text();
  if (text.find(kWord) != text.npos) return found;
  for (const SyntaxNode& block : places.children) {
    if (block.kind != SyntaxKind::CodeBlock || block.text.size() < kLeastBytes || block.begin >= text.size()) continue;
    const auto [begin, end] = lines_between_fences(block, text);
    if (begin < end) found.push_back({begin, end, block.text});
  }
  return found;
}

bool put_code_back(SyntaxNode& tree, std::vector<CodeApart> code) {
  std::size_t next = 0;
  for (SyntaxNode& block : tree.children) {
    if (next == code.size()) break;
    if (block.kind != SyntaxKind::CodeBlock || block.text + '\n' != line_for_code(next)) continue;
    block.text = std::move(code[next++].text);
    if (block.text.ends_with('\n')) block.text.pop_back();
  }
  return next == code.size();
}

}  // namespace nbpublish
