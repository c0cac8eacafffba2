#include "source/block_builder.h"

#include <algorithm>
#include <utility>

#include "source/alerts.h"
#include "source/attribution.h"
#include "source/fence_info.h"
#include "source/html_blocks.h"
#include "source/mermaid.h"
#include "source/table_caption.h"
#include "source/titles.h"

namespace nbpublish {
namespace {

SourceSpan hull(const std::vector<SyntaxNode>& nodes) {
  SourceSpan first = nodes.front().span, last = nodes.back().span;
  // The break at the end of a line is no part of what stands on it.
  if (nodes.size() > 1 && nodes.back().kind == SyntaxKind::SoftBreak) last = nodes[nodes.size() - 2].span;
  return from_to(first, last);
}

}  // namespace

void BlockBuilder::report(DiagCode code, SourceSpan span, std::string message, std::string hint) {
  diagnostics_.report(code, context_.file, span, std::move(message), std::move(hint));
}

HtmlBlocks BlockBuilder::container() {
  return {inlines_, [this](Blocks& into, const SyntaxNode& paragraph) { add_paragraph(into, paragraph); }};
}

Blocks BlockBuilder::blocks(const std::vector<SyntaxNode>& nodes) {
  HtmlBlocks html = container();
  for (const SyntaxNode& node : nodes) {
    if (node.kind == SyntaxKind::HtmlBlock && !add_component(html.target(), node)) {
      html.add(node);
    } else if (node.kind == SyntaxKind::Paragraph && html.in_heading()) {
      for (const SyntaxNode& word : node.children) html.add_inline(word);
    } else if (node.kind != SyntaxKind::HtmlBlock) {
      html.end_line();
      add_block(html.target(), node);
    }
  }
  return html.finish();
}

bool BlockBuilder::add_component(Blocks& into, const SyntaxNode& node) {
  const std::optional<std::size_t> index = component_of_mark(node.text);
  if (!index || *index >= context_.components.size()) return false;
  const MdxComponent& component = context_.components[*index];
  const std::string title = component.title.empty() ? words_of_name(component.name) : component.title;
  const auto declared = context_.figures.find(component.name);
  if (declared != context_.figures.end() && !declared->second.source.empty()) {
    const ComponentFigure& f = declared->second;
    const std::string& words = !component.title.empty() || f.caption.empty() ? title : f.caption;
    Inlines line = caption(words, component.span);
    const std::string alt = f.alt.empty() ? plain_text(line) : f.alt;
    into.push_back({.span = component.span,
                    .content = Figure{"/" + f.source, alt, std::move(line), component.label, {}, component.name, context_.online_url}});
    return true;
  }
  if (declared == context_.figures.end())
    report(DiagCode::UndeclaredComponent, component.span,
           "the component <" + component.name + "> is printed as a box that refers to the online edition",
           "[components." + component.name + "] in book.toml names a figure to print instead");
  into.push_back(
      {.span = component.span, .content = Component{component.name, plain_text(caption(title, component.span)), context_.online_url}});
  return true;
}

void BlockBuilder::add_block(Blocks& into, const SyntaxNode& node) {
  switch (node.kind) {
    case SyntaxKind::Paragraph:
      return add_paragraph(into, node);
    case SyntaxKind::Heading:
      return void(into.push_back({.span = node.span, .content = Heading{node.level, leaf(node.children), {}}}));
    case SyntaxKind::CodeBlock:
      return void(into.push_back(code_block(node)));
    case SyntaxKind::List:
      return void(into.push_back(list(node)));
    case SyntaxKind::Quote:
      return void(into.push_back(quote(node)));
    case SyntaxKind::Table:
      return void(into.push_back(table(node)));
    case SyntaxKind::ThematicBreak:
      return void(into.push_back({.span = node.span, .content = ThematicBreak{}}));
    default:
      return add_unknown(into, node);
  }
}

void BlockBuilder::add_paragraph(Blocks& into, const SyntaxNode& node) {
  if (!may_hold_figure(node.children)) return add_text(into, node.children, node.span);
  const std::vector<ParagraphPart> parts = cut_at_figures(node.children);
  for (const ParagraphPart& part : parts) {
    for (const FigureSyntax& found : part.figures) into.push_back(figure(found, parts.size() == 1 ? node.span : found.span));
    if (!part.text.empty()) add_text(into, part.text, parts.size() == 1 ? node.span : hull(part.text));
  }
}

void BlockBuilder::add_text(Blocks& into, const std::vector<SyntaxNode>& nodes, SourceSpan span) {
  Inlines children = leaf(nodes);
  if (children.empty() || take_table_caption(into, children)) return;
  into.push_back({.span = span, .content = Paragraph{std::move(children)}});
}

Block BlockBuilder::figure(const FigureSyntax& found, SourceSpan span) {
  if (found.alt.empty())
    report(DiagCode::MissingAltText, span, "the image '" + found.source + "' has no alternative text",
           "![what it shows](" + found.source + ")");
  for (const FigureSyntax::Unknown& unknown : found.unknown)
    report(DiagCode::FigureAttribute, unknown.span,
           "'" + unknown.word + (unknown.in_tag ? "' of <img> is not understood" : "' behind an image is not understood"),
           unknown.in_tag ? kSizeHint : "{#fig:name width=60%}; a width in %, px, pt, mm, cm or in");
  Figure made{found.source, found.alt, caption(found.title, span), found.label, {}};
  made.width = found.width;
  made.height = found.height;
  if (!found.link.empty()) made.link = RawTarget{found.link};
  return {.span = span, .content = std::move(made)};
}

void BlockBuilder::add_unknown(Blocks& into, const SyntaxNode& node) {
  report(DiagCode::UnreadBlock, node.span, "pandoc's '" + node.info + "' is not understood; what it holds is kept");
  std::ranges::move(blocks(node.children), std::back_inserter(into));
}

Inlines BlockBuilder::caption(std::string_view text, SourceSpan span) { return read_line(text, span, inlines_); }

Block BlockBuilder::code_block(const SyntaxNode& node) {
  ParsedFenceInfo parsed = parse_fence_info(node.info);
  const SourceSpan place = node.info_span.line != 0 ? node.info_span : beginning_of(node.span);
  for (const auto& [begin, end] : parsed.unknown)
    report(DiagCode::FenceInfo, part_of(place, node.info, begin, end),
           "'" + node.info.substr(begin, end - begin) + "' behind the code fence is not understood",
           "title=\"...\", caption=\"...\", {1,3-5}, {#lst:name}, showLineNumbers, startLine=10");
  // A diagram has no file name: its title says what it shows.
  const bool needs_caption = parsed.info.language == "mermaid" && parsed.caption.empty();
  if (needs_caption) parsed.caption = std::exchange(parsed.info.title, {});
  if (needs_caption && parsed.caption.empty()) parsed.caption = mermaid_caption(node.text);
  CodeBlock code{std::move(parsed.info), node.text, node.lines, caption(parsed.caption, place), {}};
  while (code.text.ends_with('\n')) code.text.pop_back();
  return {.span = node.span, .content = std::move(code)};
}

Block BlockBuilder::list(const SyntaxNode& node) {
  List made;
  made.numbering = node.ordered ? ListNumbering::Decimal : ListNumbering::Bullet;
  made.start = std::max(node.level, 0);
  made.parenthesis = node.parenthesis;
  made.tight = node.tight;
  for (const SyntaxNode& child : node.children) made.items.push_back(item(child));
  return {.span = node.span, .content = std::move(made)};
}

ListItem BlockBuilder::item(const SyntaxNode& node) {
  ListItem made;
  made.span = node.span;
  if (node.checked >= 0) made.checked = node.checked == 1;
  made.blocks = blocks(node.children);
  return made;
}

Block BlockBuilder::quote(const SyntaxNode& node) {
  const AlertMarker marker = read_alert_marker(node.children);
  if (!marker.unknown.empty())
    report(DiagCode::UnreadBlock, node.children.front().span, "'" + marker.unknown + "' is no kind of alert",
           "NOTE, TIP, IMPORTANT, WARNING or CAUTION");
  if (marker.kind) return {.span = node.span, .content = Alert{*marker.kind, blocks(marker.rest)}};
  std::vector<SyntaxNode> said = node.children;
  const std::vector<SyntaxNode> attribution = take_attribution(said);
  return {.span = node.span, .content = Quote{blocks(said), leaf(attribution)}};
}

Block BlockBuilder::table(const SyntaxNode& node) {
  Table made;
  made.columns = node.columns;
  for (const SyntaxNode& child : node.children) made.columns.resize(std::max(made.columns.size(), child.children.size()));
  for (const SyntaxNode& child : node.children) {
    TableRow cells = row(child, made.columns.size());
    if (&child == &node.children.front()) {
      made.head = std::move(cells);
    } else {
      made.rows.push_back(std::move(cells));
    }
  }
  return {.span = node.span, .content = std::move(made)};
}

TableRow BlockBuilder::row(const SyntaxNode& node, std::size_t columns) {
  TableRow made;
  for (const SyntaxNode& cell : node.children) {
    TableCell& added = made.cells.emplace_back();
    added.span = cell.span;
    if (std::ranges::any_of(cell.children, is_block_tag)) {
      HtmlBlocks html = container();
      for (const SyntaxNode& child : cell.children) html.add_inline(child);
      added.blocks = html.finish();
      continue;
    }
    if (Inlines children = leaf(cell.children); !children.empty())
      added.blocks.push_back({.span = cell.span, .content = Paragraph{std::move(children)}});
  }
  while (made.cells.size() < columns) made.cells.emplace_back().span = node.span;
  return made;
}

}  // namespace nbpublish
