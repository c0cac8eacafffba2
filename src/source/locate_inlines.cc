#include "source/locate_inlines.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "source/backticks.h"
#include "source/bare_addresses.h"
#include "source/cmark_document.h"
#include "source/link_tail.h"

namespace nbpublish {
namespace {

class Locator {
 public:
  Locator(const LeafText& leaf, const SourceText& source) : leaf_(leaf), source_(source), text_(leaf.text()) {}

  bool locate_leaf(std::vector<SyntaxNode>& inlines, std::size_t from) {
    pos_ = from;
    skip_blanks();  // blanks before a leaf's first character are no part of it
    return list(inlines);
  }

 private:
  char at(std::size_t ahead = 0) const { return pos_ + ahead < text_.size() ? text_[pos_ + ahead] : '\0'; }
  bool take(char c) { return at() == c ? (++pos_, true) : false; }
  bool take(std::string_view expected) {
    if (!text_.substr(pos_).starts_with(expected)) return false;
    pos_ += expected.size();
    return true;
  }
  void skip_blanks() {
    while (at() == ' ' || at() == '\t') ++pos_;
  }

  bool list(std::vector<SyntaxNode>& inlines) {
    for (std::size_t i = 0; i < inlines.size(); ++i) {
      const std::size_t begin = pos_;
      if (!one(inlines[i])) return false;
      if (inlines[i].bare) cut_address(inlines, i, begin);
    }
    return true;
  }

  // Gives back to the text what stands behind a bare address and is none of it.
  void cut_address(std::vector<SyntaxNode>& inlines, std::size_t index, std::size_t begin) {
    SyntaxNode& link = inlines[index];
    if (link.children.size() != 1 || link.children.front().kind != SyntaxKind::Text) return;
    std::string& text = link.children.front().text;
    const std::size_t length = length_of_address(text);
    if (length == 0 || length == text.size() || pos_ - begin != text.size() || !link.href.ends_with(text)) return;
    link.href.erase(link.href.size() - (text.size() - length));
    SyntaxNode rest{.kind = SyntaxKind::Text, .text = text.substr(length)};
    text.erase(length);
    pos_ = begin + length;
    link.end = end_in_source();
    link.span = link.children.front().span = source_.span(link.begin, link.end);
    if (index + 1 < inlines.size() && inlines[index + 1].kind == SyntaxKind::Text) inlines[index + 1].text.insert(0, rest.text);
    else inlines.insert(inlines.begin() + static_cast<std::ptrdiff_t>(index) + 1, std::move(rest));
  }

  bool one(SyntaxNode& node) {
    const std::size_t begin = pos_;
    if (!consume(node)) return false;
    node.begin = leaf_.source_offset(begin);
    node.end = end_in_source();
    node.span = source_.span(node.begin, node.end);
    return true;
  }

  // The end of what was consumed, on the line of its last byte.
  std::size_t end_in_source() const { return pos_ == 0 ? leaf_.source_offset(0) : leaf_.source_offset(pos_ - 1) + 1; }

  bool consume(SyntaxNode& node) {
    switch (node.kind) {
      case SyntaxKind::Text:
        return literal(node.text);
      case SyntaxKind::SoftBreak:
        return skip_blanks(), take('\n');
      case SyntaxKind::LineBreak:
        return take('\\'), skip_blanks(), take('\n');
      case SyntaxKind::Code:
        return code_span();
      case SyntaxKind::HtmlInline:
        return take(std::string_view(node.text));
      case SyntaxKind::Emphasis:
        return delimited(node, 1);
      case SyntaxKind::Strong:
        return delimited(node, 2);
      case SyntaxKind::Strikeout:
        return take("~~") && list(node.children) && take("~~");
      case SyntaxKind::Link:
        return link(node);
      case SyntaxKind::Image:
        return take("![") && list(node.children) && take(']') && link_tail();
      case SyntaxKind::NoteReference:
        return note_reference(node);
      default:
        return false;
    }
  }

  bool literal(std::string_view wanted) {
    while (!wanted.empty()) {
      if (at() == '\\' && wanted[0] == at(1) && is_ascii_punctuation(wanted[0])) {
        pos_ += 2;
        wanted.remove_prefix(1);
      } else if (at() == '&' && entity(wanted)) {
        continue;
      } else if (at() == wanted[0] && pos_ < text_.size()) {
        ++pos_;
        wanted.remove_prefix(1);
      } else {
        return false;
      }
    }
    return true;
  }

  bool entity(std::string_view& wanted) {
    const DecodedEntity decoded = decode_entity(text_.substr(pos_));
    if (decoded.length == 0 || !wanted.starts_with(decoded.text)) return false;
    pos_ += decoded.length;
    wanted.remove_prefix(decoded.text.size());
    return true;
  }

  bool code_span() {
    const std::optional<std::size_t> end = at() == '`' ? end_of_code_span(text_, pos_) : std::nullopt;
    if (end) pos_ = *end;
    return end.has_value();
  }

  bool delimited(SyntaxNode& node, std::size_t width) {
    const char mark = at();
    if (mark != '*' && mark != '_') return false;
    const std::string marks(width, mark);
    return take(marks) && list(node.children) && take(marks);
  }

  bool link(SyntaxNode& node) {
    if (take('[')) return list(node.children) && take(']') && link_tail();
    if (at() == '<') return pointy_link(node);
    node.bare = true;
    return list(node.children);
  }

  bool pointy_link(SyntaxNode& node) {
    const std::size_t end = text_.find('>', pos_);
    if (end == text_.npos) return false;
    for (SyntaxNode& child : node.children) child.span = source_.span(leaf_.source_offset(pos_ + 1), leaf_.source_offset(end - 1) + 1);
    pos_ = end + 1;
    return true;
  }

  bool link_tail() {
    pos_ = end_of_link_tail(text_, pos_);
    return true;
  }

  bool note_reference(SyntaxNode& node) {
    const std::size_t end = text_.find(']', pos_);
    if (end == text_.npos || !take("[^")) return false;
    node.info = text_.substr(pos_, end - pos_);
    pos_ = end + 1;
    return true;
  }

  const LeafText& leaf_;
  const SourceText& source_;
  std::string_view text_;
  std::size_t pos_ = 0;
};

}  // namespace

bool locate_inlines(std::vector<SyntaxNode>& inlines, const LeafText& leaf, const SourceText& source) {
  if (Locator(leaf, source).locate_leaf(inlines, 0)) return true;
  // A paragraph may begin with link definitions, which are no part of its text: try the next lines.
  for (std::size_t from = leaf.next_line(0); from < leaf.text().size() && leaf.text()[0] == '['; from = leaf.next_line(from)) {
    std::vector<SyntaxNode> attempt = inlines;
    if (Locator(leaf, source).locate_leaf(attempt, from)) return inlines = std::move(attempt), true;
  }
  return false;
}

}  // namespace nbpublish
