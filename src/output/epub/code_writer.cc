// Listings: the text between <pre> and </pre> is the source, whatever is drawn around it.
#include <algorithm>
#include <optional>

#include "document/box_diagram.h"
#include "document/callouts.h"
#include "document/rail.h"
#include "highlight/highlight.h"
#include "output/epub/block_writer.h"
#include "output/epub/markup.h"

namespace nbpublish {
namespace {

// Longer listings may break over pages.
constexpr std::size_t kUnbrokenLines = 8;

bool is_marked(const FenceInfo& info, std::uint32_t line) {
  for (const auto& [first, last] : info.marked)
    if (line >= first && line <= last) return true;
  return false;
}

void write_tokens(pugi::xml_node node, const HighlightedLine& line, std::size_t end, PageMarks& pages) {
  for (const Token& token : line.tokens) {
    if (token.begin >= end) return;
    const std::string_view text = std::string_view(line.text).substr(token.begin, std::min<std::size_t>(token.end, end) - token.begin);
    const std::string_view css = css_class(token.kind);
    pages.add_text(css.empty() ? node : add_element(node, "span", css), text);
  }
}

// The comment that leads to what the key says, and is led to from there.
void write_callout(pugi::xml_node node, std::string_view comment, int number, ChapterContext& context) {
  const std::size_t blanks = comment.find_first_not_of(' ');
  context.pages.add_text(node, comment.substr(0, blanks));
  pugi::xml_node link = add_element(node, "a", "callout");
  const std::string id = context.callouts + std::to_string(number);
  if (!context.used_ids.contains(id)) context.claim_id(link, id);
  set_attribute(link, "href", "#" + id + "k");
  context.pages.add_text(link, comment.substr(blanks));
}

void write_line(pugi::xml_node parent, const HighlightedLine& line, bool has_mark, bool is_last, ChapterContext& context) {
  pugi::xml_node node = add_element(parent, "span", has_mark ? "line marked" : "line");
  const auto callout = context.callouts.empty() ? std::nullopt : callout_in(line.text);
  write_tokens(node, line, callout ? callout->begin : line.text.size(), context.pages);
  if (callout) write_callout(node, std::string_view(line.text).substr(callout->begin), callout->number, context);
  // Inside the line's own block a closing line feed makes no empty line, and copying keeps it.
  if (!is_last) add_text(node, "\n");
}

// A drawing keeps its lines whole and scrolls sideways: it must be reachable by keyboard and must have a name.
void make_scrollable(pugi::xml_node pre) {
  set_attribute(pre, "class", "drawing");
  set_attribute(pre, "role", "group");
  set_attribute(pre, "aria-label", "Diagram drawn in characters");
  set_attribute(pre, "tabindex", "0");
}

// A chain as a list along a line: its arrows, and whose each step is, stand apart from the words.
void write_rail(pugi::xml_node parent, const CodeBlock& code, const std::vector<RailStep>& steps, PageMarks& pages) {
  pugi::xml_node pre = add_element(parent, "pre", "rail");
  set_attribute(pre, "translate", "no");
  pugi::xml_node body = add_element(pre, "code");
  const auto slice = [&](std::uint32_t begin, std::uint32_t end) { return std::string_view(code.text).substr(begin, end - begin); };
  for (const RailStep& step : steps) {
    pugi::xml_node line = add_element(body, "span", "line");
    if (step.owner > step.begin) pages.add_text(add_element(line, "span", "arrow"), slice(step.begin, step.owner));
    if (step.words > step.owner) pages.add_text(add_element(line, "span", "owner"), slice(step.owner, step.words));
    pages.add_text(line, slice(step.words, step.end));
    if (&step != &steps.back()) add_text(line, "\n");
  }
  pages.end(body);
}

void write_pre(pugi::xml_node parent, const CodeBlock& code, ChapterContext& context) {
  if (const std::vector<RailStep> steps = rail_steps(code); !steps.empty()) return write_rail(parent, code, steps, context.pages);
  const std::vector<HighlightedLine> lines = highlight(code.text, code.info.language);
  constexpr std::size_t kMostUsual = 999;  // line number for which the stylesheet's narrow column has room
  const bool is_wide = code.info.first_line + lines.size() > kMostUsual + 1;
  pugi::xml_node pre = add_element(parent, "pre", !code.info.line_numbers ? "" : is_wide ? "numbered wide" : "numbered");
  set_attribute(pre, "translate", "no");
  if (!code.info.line_numbers && is_box_diagram(code.text)) make_scrollable(pre);
  if (code.info.line_numbers && code.info.first_line != 1)
    set_attribute(pre, "style", "counter-reset: line " + std::to_string(static_cast<std::int64_t>(code.info.first_line) - 1));
  pugi::xml_node body = add_element(pre, "code");
  for (std::size_t i = 0; i < lines.size(); ++i)
    write_line(body, lines[i], is_marked(code.info, static_cast<std::uint32_t>(i + 1)), i + 1 == lines.size(), context);
  context.pages.end(body);
}

void write_listing_caption(pugi::xml_node figure, const CodeBlock& code, NodeId id, ChapterContext& context) {
  if (code.number.empty() && code.caption.empty() && code.info.title.empty()) return;
  pugi::xml_node caption = add_element(figure, "figcaption");
  context.pages.mark_start(caption, id);
  if (!code.number.empty() || !code.caption.empty())
    write_caption(add_element(caption, "p"), "Listing", code.number, code.caption, context);
  if (code.info.title.empty()) return;
  pugi::xml_node file = add_element(caption, "p", "file");
  const auto href = context.links.file_of_listing(context.document.chapter, code.info.title);
  if (!href) return add_text(file, code.info.title);
  set_attribute(add_text_element(file, "a", code.info.title), "href", *href);
}

}  // namespace

void write_code_block(pugi::xml_node parent, const CodeBlock& code, NodeId id, ChapterContext& context) {
  const auto line_feeds = static_cast<std::size_t>(std::ranges::count(code.text, '\n'));
  pugi::xml_node figure = add_element(parent, "figure", line_feeds < kUnbrokenLines ? "listing short" : "listing");
  context.claim_id(figure, code.info.label);
  write_listing_caption(figure, code, id, context);
  context.pages.begin(id);
  write_pre(figure, code, context);
}

}  // namespace nbpublish
