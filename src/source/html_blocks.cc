#include "source/html_blocks.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "source/block_builder.h"

namespace nbpublish {
namespace {

constexpr std::array<std::string_view, 10> kWrappers = {"p",       "div",    "center", "section", "article",
                                                        "picture", "header", "footer", "main",    "aside"};
constexpr std::array<std::string_view, 18> kInlineTags = {"sub", "sup",  "kbd",  "b",   "strong", "i",
                                                          "em",  "del",  "s",    "a",   "code",   "samp",
                                                          "tt",  "span", "cite", "dfn", "var",    "strike"};
constexpr std::array<std::string_view, 7> kSections = {"thead", "tbody", "tfoot", "colgroup", "tr", "col", "caption"};
// Those that are of use where Markdown has only a line: in the cells of its tables.
constexpr std::array<std::string_view, 5> kBlockTags = {"ul", "ol", "li", "pre", "p"};
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

CodeBlock& as_code(Block& block) { return std::get<CodeBlock>(block.content); }

SourceSpan hull(const Blocks& blocks, SourceSpan without) {
  if (blocks.empty()) return without;
  const SourceSpan &first = blocks.front().span, &last = blocks.back().span;
  return {first.line, first.column, last.end_line, last.end_column};
}

}  // namespace

bool is_block_tag(const SyntaxNode& node) {
  if (node.kind != SyntaxKind::HtmlInline) return false;
  const std::vector<HtmlToken> tokens = cut_html(node.text);
  return tokens.size() == 1 && is_one_of(tokens.front(), kBlockTags);
}

void HtmlBlocks::add(const SyntaxNode& html) {
  Places places(html);
  for (const HtmlToken& token : cut_html(html.text))
    add_token(token, html.text.substr(token.begin, token.end - token.begin), places.of(token));
}

void HtmlBlocks::add_inline(const SyntaxNode& node) {
  if (node.kind == SyntaxKind::HtmlInline) return add(node);
  if (!pre_) return void(line_.push_back(node));
  as_code(*pre_).text += node.kind == SyntaxKind::LineBreak ? "\n" : syntax_text({node});
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
      return add_void(token, std::move(part));
    case HtmlToken::Kind::Text:
      add_text(std::move(part));
  }
}

void HtmlBlocks::add_text(SyntaxNode part) {
  if (skipping_) return;
  if (pre_) return void(as_code(*pre_).text += decode_entities(part.text));
  part.kind = SyntaxKind::Text;
  part.text = prose_of(part.text);
  line_.push_back(std::move(part));
}

void HtmlBlocks::add_void(const HtmlToken& token, SyntaxNode part) {
  if (pre_) return void(as_code(*pre_).text += token.is("br") ? "\n" : "");
  if (token.is("hr")) {
    end_line();
    target().push_back({.span = part.span, .content = ThematicBreak{}});
  } else if (!token.is("source") && !is_one_of(token, kSections)) {
    line_.push_back(std::move(part));
  }
}

void HtmlBlocks::add_open(const HtmlToken& token, const SyntaxNode& part) {
  if (pre_) {
    const std::string names = token.attribute("class");
    if (token.is("code") && names.starts_with("language-")) as_code(*pre_).info.language = lower_ascii(names.substr(9, names.find(' ') - 9));
    return;
  }
  if (is_one_of(token, kInlineTags)) return void(line_.push_back(part));
  end_line();
  if (token.is("details")) return open(Element::Details, part.span);
  if (token.is("pre")) return open_pre(token, part.span);
  if (open_structure(token, part.span)) return;
  if (token.is("summary") || is_one_of(token, kWrappers)) return;
  skipping_ = token.is("script") || token.is("style");
  builder_.report(
      DiagCode::RawHtml, part.span,
      "<" + token.name + "> is not supported" + (skipping_ ? " and left out" : "; its text is kept"));
}

void HtmlBlocks::add_close(const HtmlToken& token, const SyntaxNode& part) {
  if (token.is("pre")) return close_pre();
  if (pre_) return;
  if (is_one_of(token, kInlineTags)) return void(line_.push_back(part));
  if (token.is("summary") && open_.back().element == Element::Details) {
    open_.back().summary = builder_.leaf(line_);
    line_.clear();
    return;
  }
  end_line();
  skipping_ = false;
  const bool closed = token.is("details") ? close(Element::Details, part.span) : close_structure(token, part.span);
  if (!closed) builder_.report(DiagCode::RawHtml, part.span, "</" + token.name + "> closes nothing");
}

void HtmlBlocks::end_line() {
  close_pre();
  // The white around elements is no part of what stands between them.
  const auto is_blank = [](const SyntaxNode& node) {
    return node.kind == SyntaxKind::Text && node.text.find_first_not_of(' ') == std::string::npos;
  };
  while (!line_.empty() && is_blank(line_.back())) line_.pop_back();
  line_.erase(line_.begin(), std::ranges::find_if_not(line_, is_blank));
  if (!line_.empty()) {
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
    const Frame& frame = open_.back();
    const std::string_view name = frame.element == Element::Details  ? "<details>"
                                  : frame.element == Element::Table  ? "<table>"
                                  : frame.element == Element::Figure ? "<figure>"
                                                                     : "";
    if (!name.empty()) builder_.report(DiagCode::RawHtml, frame.span, std::string(name) + " is not closed");
    close_top(hull(frame.blocks, frame.span));
  }
  return std::move(open_.front().blocks);
}

}  // namespace nbpublish
