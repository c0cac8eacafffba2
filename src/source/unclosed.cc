#include "source/unclosed.h"

#include <algorithm>

#include "source/html_tokens.h"

namespace nbpublish {
namespace {

constexpr std::string_view kComment = "<!--";

class Reporter {
 public:
  Reporter(const SourceText& source, std::string_view file, DiagnosticSink& diagnostics)
      : source_(source), file_(file), diagnostics_(diagnostics) {}

  void look_at(const SyntaxNode& node) {
    if (node.kind == SyntaxKind::CodeBlock) return look_at_fence(node);
    if (node.kind == SyntaxKind::HtmlBlock) return look_at_html(node);
    if (node.kind == SyntaxKind::HtmlInline && node.end > node.begin) look_inside_comment(node.text, node.begin);
    if (node.kind == SyntaxKind::Text && node.end > node.begin) look_at_text(node);
    for (const SyntaxNode& child : node.children) look_at(child);
  }

 private:
  void look_at_fence(const SyntaxNode& code) {
    const std::string_view all = std::string_view(source_.text()).substr(code.begin, code.end - code.begin);
    const bool is_fenced = (all.starts_with("```") || all.starts_with("~~~")) &&
                           (code.lines.empty() || code.lines.front().line == source_.file_line(source_.line_of(code.begin)) + 1);
    if (!is_fenced) return;
    const std::size_t length = std::min(all.find_first_not_of(all[0]), all.size());
    const std::size_t feed = all.rfind('\n');
    std::string_view last = feed == all.npos ? std::string_view() : all.substr(feed + 1);
    last.remove_prefix(std::min(last.find_first_not_of(" \t>"), last.size()));
    const std::size_t closing = std::min(last.find_first_not_of(all[0]), last.size());
    if (closing >= length && last.find_first_not_of(" \t", closing) == last.npos) return;
    report(code.begin, length, "this fence is never closed; all that follows in it is code",
           "close it with a line " + std::string(all.substr(0, length)));
  }

  void look_at_html(const SyntaxNode& html) {
    for (const HtmlToken& token : cut_html(html.text)) {
      if (token.kind != HtmlToken::Kind::Comment) continue;
      const std::string_view text = std::string_view(html.text).substr(token.begin, token.end - token.begin);
      const std::size_t line =
          source_.line_of(html.begin) +
          static_cast<std::size_t>(std::count(html.text.begin(), html.text.begin() + static_cast<std::ptrdiff_t>(token.begin), '\n'));
      if (line > source_.line_count()) return;
      const std::size_t width = std::min(text.find_first_of(" \n", 2), std::size_t{4});
      const std::size_t column = source_.line(line).find(text.substr(0, width));
      const std::size_t begin = source_.line_start(line) + (column == std::string_view::npos ? 0 : column);
      if (token.closed) look_inside_comment(text, begin);
      else if (text.starts_with(kComment))
        report(begin, width, "this comment is never closed; all that follows in it is left out", "close it with -->");
      else
        report(begin, width, "'" + std::string(text.substr(0, width)) + "' is never closed; all that follows in it is left out",
               "write \\< for the character");
    }
  }

  // Its own end was forgotten, mostly.
  void look_inside_comment(std::string_view text, std::size_t begin) {
    if (!text.starts_with(kComment) || text.find(kComment, 2) == text.npos) return;
    report(begin, kComment.size(), "another comment begins inside this one, whose end closes both; what stands between is left out",
           "close the first with --> where it should end");
  }

  // A comment inside a paragraph ends with it.
  void look_at_text(const SyntaxNode& node) {
    const std::string_view text = std::string_view(source_.text()).substr(node.begin, node.end - node.begin);
    for (std::size_t at = text.find(kComment); at != text.npos; at = text.find(kComment, at + 1))
      if (at == 0 || text[at - 1] != '\\')
        report(node.begin + at, kComment.size(), "this comment is not closed in its paragraph; it is printed as it stands",
               "close it with -->, or begin it on a line of its own");
  }

  void report(std::size_t begin, std::size_t length, std::string message, std::string hint) {
    diagnostics_.report(DiagCode::UnclosedMarkup, file_, source_.span(begin, begin + length), std::move(message), std::move(hint));
  }

  const SourceText& source_;
  std::string_view file_;
  DiagnosticSink& diagnostics_;
};

}  // namespace

void report_unclosed(const SyntaxNode& places, const SourceText& source, std::string_view file, DiagnosticSink& diagnostics) {
  Reporter(source, file, diagnostics).look_at(places);
}

}  // namespace nbpublish
