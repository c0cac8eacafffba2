#include "source/html_blocks.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "base/xml_text.h"

namespace nbpublish {
namespace {

constexpr std::array<std::string_view, 10> kWrappers = {"p",       "div",    "center", "section", "article",
                                                        "picture", "header", "footer", "main",    "aside"};
constexpr std::array<std::string_view, 18> kInlineTags = {"sub", "sup",  "kbd",  "b",  "strong", "i",    "em",  "del", "s",
                                                          "a",   "code", "samp", "tt", "span",   "cite", "dfn", "var", "strike"};
constexpr std::array<std::string_view, 7> kSections = {"thead", "tbody", "tfoot", "colgroup", "tr", "col", "caption"};
// Those that are of use where Markdown has only a line: in the cells of its tables.
constexpr std::array<std::string_view, 5> kBlockTags = {"ul", "ol", "li", "pre", "p"};
bool is_one_of(const HtmlToken& token, const auto& tags) {
  return std::ranges::any_of(tags, [&](std::string_view tag) { return token.is(tag); });
}

// The places of the tokens of one node, asked for in their order: that of the node where its lines' are not known.
class Places {
 public:
  explicit Places(const SyntaxNode& html) : html_(html) {}

  SourceSpan of(const HtmlToken& token) {
    if (html_.lines.empty()) return html_.span;
    const Point first = advance(token.begin);
    const Point last = advance(std::max(token.end, token.begin + 1) - 1);
    advance(token.end);
    return {first.line, first.column, last.line, last.column, html_.span.file};
  }
  // The lines of the token that was asked for last, which stands at `place`.
  std::vector<SourceSpan> lines_of(const HtmlToken& token, SourceSpan place) const {
    const auto feeds = std::ranges::count(std::string_view(html_.text).substr(token.begin, token.end - token.begin), '\n');
    if (html_.lines.empty() || feeds == 0) return {place};
    std::vector<SourceSpan> lines;
    for (auto i = static_cast<std::size_t>(feeds) + 1; i-- > 0;) lines.push_back(line(line_ - i));
    lines.front().column = place.column;
    return lines;
  }

 private:
  struct Point {
    std::uint32_t line = 0, column = 0;
  };
  const SyntaxNode& html_;
  std::size_t pos_ = 0, line_ = 0;  // the line of `pos_`, from 0
  std::uint32_t before_ = 0;        // characters of it

  SourceSpan line(std::size_t index) const { return html_.lines[std::min(index, html_.lines.size() - 1)]; }

  // Moves to a byte behind the last one and returns its line and column: in the line, for what was written anew may be longer.
  Point advance(std::size_t to) {
    while (pos_ < to && pos_ < html_.text.size()) {
      const bool feed = html_.text[pos_] == '\n';
      next_code_point(html_.text, pos_);
      line_ += feed ? 1 : 0;
      before_ = feed ? 0 : before_ + 1;
    }
    const SourceSpan here = line(line_);
    return {here.line, std::min(here.column + before_, std::max(here.column, here.end_column))};
  }
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

// 0 if it is no heading.
int heading_level(const HtmlToken& token) {
  const bool is_heading =
      token.name.size() == 2 && (token.name[0] == 'h' || token.name[0] == 'H') && token.name[1] >= '1' && token.name[1] <= '6';
  return is_heading ? token.name[1] - '0' : 0;
}

// An element without words that leaves its place in a line.
std::string html_of_place(std::string_view name) { return "<a id=\"" + xml_text(name) + "\"></a>"; }

CodeBlock& code_in(Block& block) { return std::get<CodeBlock>(block.content); }

SourceSpan hull(const Blocks& blocks, SourceSpan without) {
  return blocks.empty() ? without : from_to(blocks.front().span, blocks.back().span);
}

}  // namespace

bool is_block_tag(const SyntaxNode& node) {
  if (node.kind != SyntaxKind::HtmlInline) return false;
  const std::vector<HtmlToken> tokens = cut_html(node.text);
  return tokens.size() == 1 && is_one_of(tokens.front(), kBlockTags);
}

void HtmlBlocks::add(const SyntaxNode& html) {
  Places places(html);
  for (const HtmlToken& token : cut_html(html.text)) {
    SyntaxNode part{.kind = SyntaxKind::HtmlInline, .span = places.of(token)};
    part.text = html.text.substr(token.begin, token.end - token.begin);
    if (pre_) part.lines = places.lines_of(token, part.span);
    add_token(token, std::move(part));
  }
}

void HtmlBlocks::add_inline(const SyntaxNode& node) {
  if (node.kind == SyntaxKind::HtmlInline) return add(node);
  if (!pre_) return void(line_.push_back(node));
  add_code(node.kind == SyntaxKind::LineBreak ? "\n" : syntax_text({node}), {node.span});
}

void HtmlBlocks::add_token(const HtmlToken& token, SyntaxNode part) {
  if (!skipping_.empty()) {
    if (token.kind == HtmlToken::Kind::Close && token.is(skipping_)) skipping_.clear();
    return;
  }
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
  if (pre_) return add_code(decode_entities(part.text), part.lines);
  part.kind = SyntaxKind::Text;
  part.text = prose_of(part.text);
  line_.push_back(std::move(part));
}

void HtmlBlocks::add_void(const HtmlToken& token, SyntaxNode part) {
  if (pre_) return add_code(token.is("br") ? "\n" : "", {part.span});
  if (token.is("hr")) {
    end_line();
    add_places(token, part.span);
    end_line();
    target().push_back({.span = part.span, .content = ThematicBreak{}});
  } else if (!token.is("source") && !is_one_of(token, kSections)) {
    line_.push_back(std::move(part));
  }
}

void HtmlBlocks::add_open(const HtmlToken& token, const SyntaxNode& part) {
  if (pre_) {
    const std::string names = token.attribute("class");
    if (token.is("code") && names.starts_with("language-")) code_in(*pre_).info.language = lowered(names.substr(9, names.find(' ') - 9));
    return;
  }
  if (is_one_of(token, kInlineTags)) return void(line_.push_back(part));
  if (heading_ && is_one_of(token, kWrappers)) return add_places(token, part.span);
  end_line();
  if (const int level = heading_level(token); level > 0) {
    heading_ = Block{.span = part.span, .content = Heading{level, {}, {}}};
    return add_places(token, part.span);
  }
  if (token.is("pre")) {
    add_places(token, part.span);
    end_line();
    return open_pre(token, part.span);
  }
  if (token.is("details")) open(Element::Details, part.span);
  const bool is_known = token.is("details") || open_structure(token, part.span) || token.is("summary") || is_one_of(token, kWrappers);
  if (!token.is("figure")) add_places(token, part.span);  // whose id is a label
  if (is_known) return;
  const bool is_code = token.is("script") || token.is("style");
  if (is_code) skipping_ = lowered(token.name), skipped_from_ = part.span;
  inlines_.report(DiagCode::RawHtml, part.span,
                  "<" + token.name + "> is not supported" + (is_code ? " and left out" : "; its text is kept"));
}

// Those of a row belong to its first cell.
void HtmlBlocks::add_places(const HtmlToken& token, SourceSpan span) {
  const bool is_row = token.is("tr") && table() != nullptr;
  if (!is_row && open_.back().element == Element::Cell) std::ranges::move(std::exchange(row_places_, {}), std::back_inserter(line_));
  std::vector<SyntaxNode>& into = is_row ? row_places_ : line_;
  for (const std::string& name : token.place_names())
    into.push_back({.kind = SyntaxKind::HtmlInline, .span = span, .text = html_of_place(name)});
}

void HtmlBlocks::add_close(const HtmlToken& token, const SyntaxNode& part) {
  if (token.is("pre")) return close_pre();
  if (pre_) return;
  if (is_one_of(token, kInlineTags)) return void(line_.push_back(part));
  if (token.is("summary") && open_.back().element == Element::Details) {
    open_.back().summary = inlines_.leaf(line_);
    line_.clear();
    return;
  }
  if (heading_ && is_one_of(token, kWrappers)) return;
  if (heading_ && heading_level(token) > 0) return close_heading(part.span);
  end_line();
  const bool closed = token.is("details") ? close(Element::Details, part.span) : close_structure(token, part.span);
  if (!closed) inlines_.report(DiagCode::RawHtml, part.span, "</" + token.name + "> closes nothing");
}

void HtmlBlocks::close_heading(SourceSpan end) {
  Block block = std::move(*heading_);
  heading_.reset();
  block.span = from_to(block.span, end);
  std::get<Heading>(block.content).children = inlines_.leaf(std::exchange(line_, {}));
  target().push_back(std::move(block));
}

void HtmlBlocks::end_line() {
  const auto unclosed = [&](std::string_view name, SourceSpan span, std::string_view what) {
    inlines_.report(DiagCode::UnclosedMarkup, span, "<" + std::string(name) + "> is never closed; " + std::string(what));
  };
  if (!skipping_.empty()) unclosed(std::exchange(skipping_, {}), skipped_from_, "what stands behind it in this block is left out");
  if (pre_) unclosed("pre", pre_->span, "all that stands behind it in this block is code");
  close_pre();
  if (heading_) {
    unclosed("h" + std::to_string(as<Heading>(*heading_)->level), heading_->span, "the heading ends where other text begins");
    return close_heading(heading_->span);
  }
  // The white around elements is no part of what stands between them.
  const auto is_blank = [](const SyntaxNode& node) {
    return node.kind == SyntaxKind::Text && node.text.find_first_not_of(' ') == std::string::npos;
  };
  while (!line_.empty() && is_blank(line_.back())) line_.pop_back();
  line_.erase(line_.begin(), std::ranges::find_if_not(line_, is_blank));
  if (!line_.empty()) {
    SyntaxNode paragraph{.kind = SyntaxKind::Paragraph, .children = std::move(line_)};
    paragraph.span = from_to(paragraph.children.front().span, paragraph.children.back().span);
    add_paragraph_(target(), paragraph);
  }
  line_.clear();
}

Blocks HtmlBlocks::finish() {
  end_line();
  while (open_.size() > 1) {
    const Frame& frame = open_.back();
    const std::string_view name = frame.element == Element::Details               ? "<details>"
                                  : frame.element == Element::Table               ? "<table>"
                                  : frame.element == Element::Figure              ? "<figure>"
                                  : frame.element != Element::List                ? ""
                                  : frame.list.numbering == ListNumbering::Bullet ? "<ul>"
                                                                                  : "<ol>";
    if (!name.empty())
      inlines_.report(DiagCode::UnclosedMarkup, frame.span, std::string(name) + " is never closed; it holds all that follows here");
    close_top(hull(frame.blocks, frame.span));
  }
  return std::move(open_.front().blocks);
}

}  // namespace nbpublish
