#include "source/mdx.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "source/backticks.h"
#include "source/blank_lines.h"
#include "source/component_lines.h"
#include "source/fenced_lines.h"
#include "source/html_tokens.h"
#include "source/jsx.h"
#include "source/mdx_lines.h"

namespace nbpublish {
namespace {

// What is to be done to a text.
struct MdxEdits {
  std::vector<SourceText::Replacement> replacements;  // in ascending order
  std::vector<MdxComponent> components;
};

// The end of <A /> or <A></A>; 0 if there are children.
std::size_t end_if_childless(std::string_view text, const JsxTag& tag) {
  if (tag.closing || tag.name.empty()) return 0;
  if (tag.self_closing) return tag.end;
  const std::string closing = "</" + tag.name + ">";
  return text.substr(tag.end).starts_with(closing) ? tag.end + closing.size() : 0;
}

// Whether nothing else stands on its lines, marks of lists and quotations left aside.
bool is_alone(const SourceText& source, std::size_t begin, std::size_t end) {
  const std::string_view text = source.text();
  const std::size_t line_begin = source.line_start(source.line_of(begin));
  const std::size_t line_end = std::min(text.find('\n', end), text.size());
  return text.substr(line_begin, begin - line_begin).find_first_not_of(" \t>-*+0123456789.") == text.npos &&
         is_blank_line(text.substr(end, line_end - end));
}

MdxComponent box_of(const JsxTag& tag, SourceSpan span) {
  std::string title;
  for (const char* key : {"title", "caption", "label"})
    if (title.empty()) title = decode_entities(tag.attribute(key));
  return {tag.name, title, decode_entities(tag.attribute("id")), span};
}

// Goes once over the text, from one piece that may be MDX or code to the next.
class MdxScanner {
 public:
  MdxScanner(const SourceText& source, std::string_view file, DiagnosticSink& diagnostics)
      : source_(source), text_(source.text()), file_(file), diagnostics_(diagnostics), skipped_(fenced_lines(source)) {}

  MdxEdits find_edits() {
    while (pos_ < text_.size()) {
      if (pos_ == source_.line_start(line_) && skipped_[line_ - 1]) next_line();
      else step();
    }
    std::ranges::move(component_lines_.dedented(source_), std::back_inserter(edits_.replacements));
    std::ranges::stable_sort(edits_.replacements, {}, &SourceText::Replacement::begin);
    return std::move(edits_);
  }

 private:
  void next_line() {
    const std::size_t feed = text_.find('\n', pos_);
    move_to(feed == text_.npos ? text_.size() : feed + 1);
  }
  void move_to(std::size_t pos) {
    pos_ = pos;
    line_ = std::min(source_.line_of(pos_), source_.line_count());
  }

  void step() {
    switch (text_[pos_]) {
      case '\\':
        return move_to(std::min(pos_ + 2, text_.size()));
      case '`':
        return skip_code();
      case '<':
        return angle();
      case '{':
        return braces();
      case '\n':
        return move_to(pos_ + 1);
      default:
        ++pos_;
    }
  }

  // The end of the paragraph that `pos_` is in: code spans don't reach over it.
  std::size_t paragraph_end() {
    if (pos_ < paragraph_end_) return paragraph_end_;
    std::size_t line = line_;
    while (line <= source_.line_count() && !is_blank_in_quote(source_.line(line)) && !skipped_[line - 1]) ++line;
    paragraph_end_ = line > source_.line_count() ? text_.size() : source_.line_start(line);
    return paragraph_end_;
  }

  void skip_code() {
    const std::string_view paragraph = text_.substr(0, paragraph_end());
    const std::optional<std::size_t> end = end_of_code_span(paragraph, pos_);
    move_to(end ? *end : end_of_backticks(paragraph, pos_));
  }

  void angle() {
    if (text_.substr(pos_).starts_with("<!--")) return skip_comment();
    const std::optional<JsxTag> tag = pos_ < failed_until_ ? std::nullopt : read_jsx_tag(text_, pos_);
    if (!tag) {
      // What has no `>` near has none for the next `<` either.
      if (text_.substr(pos_, kMaxJsxBytes).find('>') == text_.npos) failed_until_ = pos_ + kMaxJsxBytes;
      ++pos_;
      return;
    }
    std::size_t end = tag->end;
    if (tag->is_component() || tag->name.empty()) end = component(*tag);
    else if (tag->has_braces) replace(pos_, end, tag->html());
    move_to(end);
  }

  void skip_comment() {
    const std::size_t end = text_.find("-->", pos_ + 2), line_begin = source_.line_start(line_);
    if (end != text_.npos) return move_to(end + 3);
    const bool is_block = is_blank_in_quote(text_.substr(line_begin, pos_ - line_begin));
    move_to(is_block ? text_.size() : pos_ + 4);
  }

  // Deals with a component's tag and returns the offset behind what it took.
  std::size_t component(const JsxTag& tag) {
    if (const std::size_t end = end_if_childless(text_, tag); end != 0 && is_alone(source_, pos_, end)) {
      replace(pos_, end, component_mark(edits_.components.size()));
      edits_.components.push_back(box_of(tag, source_.span(pos_, end)));
      return end;
    }
    replace(pos_, tag.end, "");
    const SourceSpan span = source_.span(pos_, tag.end);
    if (tag.closing) {
      component_lines_.close(tag.name, line_);
    } else if (tag.self_closing) {
      report(DiagCode::UndeclaredComponent, span, "the component <" + tag.name + "> inside a paragraph is left out");
    } else if (!tag.name.empty()) {
      report(DiagCode::UndeclaredComponent, span, "the component <" + tag.name + "> is not declared; its text is kept");
      component_lines_.open(tag.name, line_);
    }
    return tag.end;
  }

  void braces() {
    if (text_.substr(pos_).starts_with("{#")) return void(++pos_);  // a label
    if (pos_ < failed_until_) return void(++pos_);
    const std::optional<std::size_t> end = end_of_braces(text_, pos_);
    if (!end) {
      report(DiagCode::MdxExpression, source_.span(pos_, pos_ + 1), "this brace is never closed", "write \\{ or `{`");
      failed_until_ = pos_ + kMaxJsxBytes;
      return void(++pos_);
    }
    const std::string_view inside = text_.substr(pos_ + 1, *end - pos_ - 2);
    if (is_comment(inside)) {
      replace(pos_, *end, "");
    } else if (const std::optional<std::string> literal = string_literal(inside)) {
      replace(pos_, *end, *literal);
    } else {
      report(DiagCode::MdxExpression, source_.span(pos_, *end), "the expression is not evaluated; it is printed as it stands",
             "write `{...}` as code, or the text it stands for");
    }
    move_to(*end);
  }

  void replace(std::size_t begin, std::size_t end, std::string with) { edits_.replacements.push_back({begin, end, std::move(with)}); }
  void report(DiagCode code, SourceSpan span, std::string message, std::string hint = {}) {
    diagnostics_.report(code, file_, span, std::move(message), std::move(hint));
  }

  const SourceText& source_;
  const std::string_view text_;
  const std::string file_;
  DiagnosticSink& diagnostics_;
  const std::vector<bool> skipped_;
  std::size_t pos_ = 0, line_ = 1;  // the line of `pos_`
  // Known already, so that a hostile text is gone over once: where the paragraph ends, and up to where no tag and no brace is closed.
  std::size_t paragraph_end_ = 0, failed_until_ = 0;
  ComponentLines component_lines_;
  MdxEdits edits_;
};

}  // namespace

std::vector<MdxComponent> take_out_mdx(SourceText& source, std::string_view file, DiagnosticSink& diagnostics) {
  blank_module_lines(source);
  MdxEdits edits = MdxScanner(source, file, diagnostics).find_edits();
  source.replace(edits.replacements);
  return std::move(edits.components);
}

}  // namespace nbpublish
