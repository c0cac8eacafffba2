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

// The places of the tokens of one block, asked for in their order: exact for blocks that begin in the first
// column.
class Places {
 public:
  explicit Places(const SyntaxNode& html)
      : html_(html.text), line_(html.span.line), column_(html.span.column) {}

  SourceSpan of(const HtmlToken& token) {
    const SourceSpan first = advance(token.begin);
    const SourceSpan last = advance(std::max(token.end, token.begin + 1) - 1);
    advance(token.end);
    return {first.line, first.column, last.line, last.column};
  }

 private:
  // Moves to a byte behind the last one and returns its line and column.
  SourceSpan advance(std::size_t to) {
    while (pos_ < to && pos_ < html_.size()) {
      const bool feed = html_[pos_] == '\n';
      next_code_point(html_, pos_);
      line_ += feed ? 1 : 0;
      column_ = feed ? 1 : column_ + 1;
    }
    return {line_, column_, line_, column_};
  }

  std::string_view html_;
  std::size_t pos_ = 0;
  std::uint32_t line_, column_;
};

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
  Places places(html);
  for (const HtmlToken& token : cut_html(html.text))
    add_token(token, html.text.substr(token.begin, token.end - token.begin), places.of(token));
}

void HtmlBlocks::add_token(const HtmlToken& token, std::string text, SourceSpan span) {
  SyntaxNode part{.kind = SyntaxKind::HtmlInline, .span = span, .text = std::move(text)};
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
