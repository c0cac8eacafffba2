#include "source/bare_addresses.h"

#include <algorithm>
#include <string_view>

#include "base/utf8.h"
#include "source/link_tail.h"

namespace nbpublish {
namespace {

// No address has them: RFC 3986 wants the first escaped, and the others end a quotation.
constexpr std::u32string_view kEnds = U"\"\u201C\u201D\u201E\u00AB\u00BB";
// What ends a sentence, a quotation or a bracket in other scripts, as cmark-gfm knows it of ASCII.
constexpr std::u32string_view kTrailing =
    U"\u2018\u2019\u201A\u2039\u203A\u2026\u2013\u2014\u3001\u3002\uFF0C\uFF0E\uFF1A\uFF1B\uFF01\uFF1F\uFF09"
    U"\uFF3D\u3009\u300B\u300D\u300F\u3011?!.,:*_~'";

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (is_ascii_punctuation(c)) out += '\\';
    out += c;
  }
  return out;
}

void collect(const std::vector<SyntaxNode>& nodes, std::vector<const SyntaxNode*>& links) {
  for (const SyntaxNode& node : nodes) {
    if (node.bare) links.push_back(&node);
    collect(node.children, links);
  }
}

}  // namespace

std::size_t length_of_address(std::string_view text) {
  std::size_t length = 0;  // up to the last character that may end it
  for (std::size_t pos = 0; pos < text.size();) {
    const char32_t c = next_code_point(text, pos);
    if (kEnds.find(c) != kEnds.npos) break;
    if (kTrailing.find(c) == kTrailing.npos) length = pos;
  }
  // A bracket that was opened before the address.
  const std::string_view rest = text.substr(0, length);
  auto unopened = std::ranges::count(rest, ')') - std::ranges::count(rest, '(');
  for (; length < text.size() && length > 0 && unopened > 0 && text[length - 1] == ')'; --unopened) --length;
  return length;
}

std::vector<WrittenLink> written_links(const SyntaxNode& places) {
  std::vector<const SyntaxNode*> links;
  collect(places.children, links);
  std::vector<WrittenLink> written;
  for (const SyntaxNode* link : links)
    written.push_back({link->begin, link->end, '[' + escaped(syntax_text(link->children)) + "](<" + escaped(link->href) + ">)"});
  return written;
}

}  // namespace nbpublish
