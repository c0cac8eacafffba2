#include "source/attribution.h"

#include <algorithm>
#include <string_view>

#include "base/utf8.h"

namespace nbpublish {
namespace {

constexpr std::string_view kDashes[] = {"\u2014", "\u2013", "---", "--"};
// A line that begins with a dash may also go on with the sentence: names are short.
constexpr std::size_t kLongestName = 100;

// Bytes of the dash and the blanks behind it, 0 if the node begins otherwise.
std::size_t dash_length(const SyntaxNode& node) {
  if (node.kind != SyntaxKind::Text) return 0;
  for (const std::string_view dash : kDashes) {
    if (!node.text.starts_with(dash)) continue;
    return std::min(node.text.find_first_not_of(' ', dash.size()), node.text.size());
  }
  return 0;
}

std::vector<SyntaxNode> without_dash(std::vector<SyntaxNode> line) {
  SyntaxNode& first = line.front();
  const std::size_t length = dash_length(first);
  first.span.column += static_cast<std::uint32_t>(count_code_points(std::string_view(first.text).substr(0, length)));
  first.text.erase(0, length);
  if (first.text.empty()) line.erase(line.begin());
  return line;
}

}  // namespace

std::vector<SyntaxNode> take_attribution(std::vector<SyntaxNode>& quote) {
  if (quote.empty() || quote.back().kind != SyntaxKind::Paragraph || quote.back().children.empty()) return {};
  std::vector<SyntaxNode>& children = quote.back().children;
  if (quote.size() > 1 && dash_length(children.front()) > 0) {
    std::vector<SyntaxNode> found = without_dash(std::move(children));
    quote.pop_back();
    return found;
  }
  const auto last_break = std::find_if(children.rbegin(), children.rend(), is_break);
  if (last_break == children.rend() || last_break == children.rbegin()) return {};
  const auto line = last_break.base();
  std::vector<SyntaxNode> found(line, children.end());
  if (dash_length(found.front()) == 0 || syntax_text(found).size() > kLongestName) return {};
  children.erase(std::prev(line), children.end());
  if (!children.empty()) {
    quote.back().span.end_line = children.back().span.end_line;
    quote.back().span.end_column = children.back().span.end_column;
  }
  return without_dash(std::move(found));
}

}  // namespace nbpublish
