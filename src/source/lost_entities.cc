#include "source/lost_entities.h"

#include <algorithm>
#include <vector>

#include "source/cmark_document.h"

namespace nbpublish {
namespace {

using ByteRange = std::pair<std::size_t, std::size_t>;

void collect_code(const SyntaxNode& node, std::vector<ByteRange>& ranges) {
  const bool is_code = node.kind == SyntaxKind::CodeBlock || node.kind == SyntaxKind::Code;
  if (is_code && node.end > node.begin) ranges.emplace_back(node.begin, node.end);
  for (const SyntaxNode& child : node.children) collect_code(child, ranges);
}

}  // namespace

std::optional<ByteRange> lost_entity_in(std::string_view text, std::size_t from) {
  for (std::size_t at = text.find("&#", from); at != text.npos; at = text.find("&#", at + 2)) {
    const DecodedEntity entity = decode_entity(text.substr(at));
    if (entity.length > 0 && entity.text == "\uFFFD") return ByteRange{at, at + entity.length};
  }
  return std::nullopt;
}

void report_lost_entities(const SyntaxNode& places, const SourceText& source, std::string_view file, DiagnosticSink& diagnostics) {
  auto found = lost_entity_in(source.text(), 0);
  if (!found) return;
  std::vector<ByteRange> code;
  collect_code(places, code);
  std::ranges::sort(code);
  for (; found; found = lost_entity_in(source.text(), found->second)) {
    const auto behind = std::ranges::upper_bound(code, found->first, {}, &ByteRange::first);
    if (behind != code.begin() && std::prev(behind)->second > found->first) continue;
    diagnostics.report(DiagCode::InvalidText, file, source.span(found->first, found->second),
                       "'" + source.text().substr(found->first, found->second - found->first) + "' stands for no character",
                       "U+FFFD is printed; take it out, or write it as code");
  }
}

}  // namespace nbpublish
