// Raw HTML in Markdown. Blank lines cut the input into blocks: those that begin with '<' are raw, others paragraphs in
// which each tag is an inline.
#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "fuzz/chapter_reading.h"
#include "fuzz/fuzz.h"
#include "source/block_builder.h"
#include "source/html_tokens.h"

using namespace nbpublish;
using namespace nbpublish::fuzz;

namespace {

void cut(std::string_view html) {
  std::size_t at = 0;
  for (const HtmlToken& token : cut_html(html)) {
    must(token.begin == at && token.end > token.begin && token.end <= html.size(), "tokens follow one another");
    at = token.end;
  }
  must(at == html.size(), "tokens are all of the text");
  const std::string clean = sanitise(html);
  const std::string decoded = decode_entities(clean);
  must(sanitise(decoded) == decoded, "decoded entities are UTF-8");
}

std::uint32_t lines_in(std::string_view text) { return static_cast<std::uint32_t>(std::ranges::count(text, '\n')); }

SyntaxNode block_of(std::string_view piece, std::uint32_t line) {
  const SourceSpan span{line, 1, line + lines_in(piece), 1};
  if (piece.starts_with('<')) return {.kind = SyntaxKind::HtmlBlock, .span = span, .text = std::string(piece)};
  SyntaxNode paragraph{.kind = SyntaxKind::Paragraph, .span = span};
  for (const HtmlToken& token : cut_html(piece)) {
    const SyntaxKind kind = token.kind == HtmlToken::Kind::Text ? SyntaxKind::Text : SyntaxKind::HtmlInline;
    const SourceSpan place{line, 1, line, 1};
    paragraph.children.push_back({.kind = kind, .span = place, .text = std::string(piece.substr(token.begin, token.end - token.begin))});
    line += lines_in(paragraph.children.back().text);
  }
  return paragraph;
}

std::vector<SyntaxNode> blocks_of(std::string_view text) {
  std::vector<SyntaxNode> nodes;
  std::uint32_t line = 1;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find("\n\n"), text.size()), next = std::min(end + 2, text.size());
    if (end > 0) nodes.push_back(block_of(text.substr(0, end), line));
    line += lines_in(text.substr(0, next));
    text.remove_prefix(next);
  }
  return nodes;
}

Document build(const std::vector<SyntaxNode>& nodes, DiagnosticSink& diagnostics) {
  const ComponentFigures figures;
  const BuildContext context{"a.md", "", {}, figures};
  BlockBuilder builder(context, diagnostics);
  Document document;
  document.blocks = builder.blocks(nodes);
  document.notes = builder.take_notes();
  return document;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  cut(text_of(data, size));
  const std::string text = sanitise(text_of(data, size));
  const std::vector<SyntaxNode> nodes = blocks_of(text);
  DiagnosticSink first, second;
  const Document document = build(nodes, first);
  must_be_whole(document, lines_in(text) + 1);
  must(dump(document) == dump(build(nodes, second)), "built twice gives the same document");
  must(told(first) == told(second), "built twice tells the same");
  return 0;
}
