#include "source/html_blocks.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "source/block_builder.h"

namespace nbpublish {
namespace {

constexpr std::array<std::string_view, 12> kWrappers = {"p",       "div",    "center",  "section",
                                                        "article", "figure", "picture", "header",
                                                        "footer",  "main",   "aside",   "figcaption"};
constexpr std::array<std::string_view, 18> kInlineTags = {"sub", "sup",  "kbd",  "b",   "strong", "i",
                                                          "em",  "del",  "s",    "a",   "code",   "samp",
                                                          "tt",  "span", "cite", "dfn", "var",    "strike"};
// More in one another is no prose; keeps the frames' blocks within what later stages can recurse into.
constexpr std::size_t kMaxOpenDetails = 20;

bool is_one_of(const HtmlToken& token, const auto& tags) {
  return std::ranges::any_of(tags, [&](std::string_view tag) { return token.is(tag); });
}

// The place of `token` in the file: exact for blocks that begin in the first column.
SourceSpan place_of(const HtmlToken& token, const SyntaxNode& html) {
  const std::string_view before = std::string_view(html.text).substr(0, token.begin);
  const std::size_t feed = before.rfind('\n');
  const auto line = html.span.line + static_cast<std::uint32_t>(std::ranges::count(before, '\n'));
  const std::string_view in_line = feed == before.npos ? before : before.substr(feed + 1);
  const std::uint32_t first = feed == before.npos ? html.span.column : 1;
  const auto column = first + static_cast<std::uint32_t>(count_code_points(in_line));
  const std::string_view text = std::string_view(html.text).substr(token.begin, token.end - token.begin);
  const auto width = static_cast<std::uint32_t>(count_code_points(text.substr(0, text.find('\n'))));
  return {line, column, line, column + std::max(width, 1u) - 1};
}

// HTML text with its white space as one blank, entities decoded.
std::string prose_of(std::string_view text) {
  std::string collapsed;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t';
    if (!blank) collapsed += c;
    if (blank && !collapsed.ends_with(' ')) collapsed += ' ';
  }
  return decode_entities(collapsed);
}

}  // namespace

void HtmlBlocks::add(const SyntaxNode& html) {
  for (const HtmlToken& token : cut_html(html.text)) add_token(token, html);
}

void HtmlBlocks::add_token(const HtmlToken& token, const SyntaxNode& html) {
  SyntaxNode part{.kind = SyntaxKind::HtmlInline, .span = place_of(token, html)};
  part.text = html.text.substr(token.begin, token.end - token.begin);
  switch (token.kind) {
    case HtmlToken::Kind::Comment:
      return;
    case HtmlToken::Kind::Open:
      return add_open(token, part);
    case HtmlToken::Kind::Close:
      return add_close(token, part);
    case HtmlToken::Kind::Void:
      if (token.is("hr")) {
        end_line();
        target().push_back({.span = part.span, .content = ThematicBreak{}});
      } else if (!token.is("source")) {
        line_.push_back(std::move(part));
      }
      return;
    case HtmlToken::Kind::Text:
      part.kind = SyntaxKind::Text;
      part.text = prose_of(part.text);
      if (!skipping_) line_.push_back(std::move(part));
  }
}

void HtmlBlocks::add_open(const HtmlToken& token, const SyntaxNode& part) {
  if (is_one_of(token, kInlineTags)) return void(line_.push_back(part));
  end_line();
  if (token.is("details")) {
    if (open_.size() <= kMaxOpenDetails) open_.push_back({part.span, {}, {}});
    return;
  }
  if (token.is("summary") || is_one_of(token, kWrappers)) return;
  skipping_ = token.is("script") || token.is("style");
  builder_.report(
      DiagCode::RawHtml, part.span,
      "<" + token.name + "> is not supported" + (skipping_ ? " and left out" : "; its text is kept"));
}

void HtmlBlocks::add_close(const HtmlToken& token, const SyntaxNode& part) {
  if (is_one_of(token, kInlineTags)) return void(line_.push_back(part));
  if (token.is("summary") && open_.size() > 1) {
    open_.back().summary = builder_.leaf(line_);
    line_.clear();
    return;
  }
  end_line();
  skipping_ = false;
  if (!token.is("details")) return;
  if (open_.size() > 1) return close_details(part.span);
  builder_.report(DiagCode::RawHtml, part.span, "</details> closes nothing");
}

void HtmlBlocks::close_details(SourceSpan end) {
  Frame frame = std::move(open_.back());
  open_.pop_back();
  const SourceSpan span{frame.span.line, frame.span.column, end.end_line, end.end_column};
  target().push_back({.span = span, .content = Details{std::move(frame.summary), std::move(frame.blocks)}});
}

void HtmlBlocks::end_line() {
  const bool blank = std::ranges::all_of(line_, [](const SyntaxNode& node) {
    return node.kind == SyntaxKind::Text && node.text.find_first_not_of(' ') == std::string::npos;
  });
  if (!blank) {
    SyntaxNode paragraph{.kind = SyntaxKind::Paragraph, .children = std::move(line_)};
    const SourceSpan &first = paragraph.children.front().span, &last = paragraph.children.back().span;
    paragraph.span = {first.line, first.column, last.end_line, last.end_column};
    builder_.add_paragraph(target(), paragraph);
  }
  line_.clear();
}

Blocks HtmlBlocks::finish() {
  end_line();
  while (open_.size() > 1) {
    builder_.report(DiagCode::RawHtml, open_.back().span, "<details> is not closed");
    close_details(open_.back().blocks.empty() ? open_.back().span : open_.back().blocks.back().span);
  }
  return std::move(open_.front().blocks);
}

}  // namespace nbpublish
