#include "source/mdx.h"

#include <algorithm>
#include <optional>

#include "source/fenced_lines.h"
#include "source/html_tokens.h"
#include "source/jsx.h"
#include "source/mdx_lines.h"

namespace nbpublish {
namespace {

class Mdx {
 public:
  Mdx(const SourceText& source, std::string_view file, DiagnosticSink& diagnostics)
      : source_(source), text_(source.text()), file_(file), diagnostics_(diagnostics), skipped_(fenced_lines(source)) {}

  void run() {
    while (pos_ < text_.size()) {
      if (pos_ == source_.line_start(line_)) {
        if (skipped_[line_ - 1]) {
          next_line();
          continue;
        }
      }
      step();
    }
    dedent_children();
  }

  std::vector<SourceText::Replacement> replacements;
  std::vector<MdxComponent> components;

 private:
  // An opening tag whose end has not been seen.
  struct Open {
    std::string name;
    std::size_t line = 0;
  };

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
    while (line <= source_.line_count() && !is_blank(source_.line(line)) && !skipped_[line - 1]) ++line;
    paragraph_end_ = line > source_.line_count() ? text_.size() : source_.line_start(line);
    return paragraph_end_;
  }
  static bool is_blank(std::string_view line) { return line.find_first_not_of(" \t>") == line.npos; }

  void skip_code() {
    const std::string_view paragraph = text_.substr(0, paragraph_end());
    const std::size_t first = std::min(paragraph.find_first_not_of('`', pos_), paragraph.size());
    const std::size_t ticks = first - pos_;
    for (std::size_t from = first;;) {
      const std::size_t open = paragraph.find('`', from);
      if (open == paragraph.npos) return move_to(first);
      from = std::min(paragraph.find_first_not_of('`', open), paragraph.size());
      if (from - open == ticks) return move_to(from);
    }
  }

  void angle() {
    if (text_.substr(pos_).starts_with("<!--")) {
      const std::size_t end = text_.find("-->", pos_ + 2);
      if (end != text_.npos) return move_to(end + 3);
      const bool is_block = is_blank(text_.substr(source_.line_start(line_), pos_ - source_.line_start(line_)));
      return move_to(is_block ? text_.size() : pos_ + 4);
    }
    const std::optional<JsxTag> tag = pos_ < failed_until_ ? std::nullopt : read_jsx_tag(text_, pos_);
    if (!tag) {
      // What has no `>` near has none for the next `<` either.
      if (text_.substr(pos_, kMaxJsxBytes).find('>') == text_.npos) failed_until_ = pos_ + kMaxJsxBytes;
      ++pos_;
      return;
    }
    std::size_t end = tag->end;
    if (tag->is_component() || tag->name.empty()) {
      end = component(*tag);
    } else if (tag->has_braces) {
      replace(pos_, end, html_of(*tag));
    }
    move_to(end);
  }

  // An HTML tag without its attributes in braces, so that it is HTML again.
  static std::string html_of(const JsxTag& tag) {
    std::string html = tag.closing ? "</" + tag.name : "<" + tag.name;
    for (const auto& [key, value] : tag.attributes) html += " " + key + "=\"" + value + "\"";
    return html + (tag.self_closing ? " />" : ">");
  }

  // Deals with a component's tag and returns the offset behind what it took.
  std::size_t component(const JsxTag& tag) {
    if (const std::size_t end = end_if_childless(tag); end != 0 && is_alone(pos_, end)) return add_box(tag, end);
    replace(pos_, tag.end, "");
    const SourceSpan span = source_.span(pos_, tag.end);
    if (tag.closing) {
      close(tag);
    } else if (tag.self_closing) {
      report(DiagCode::UndeclaredComponent, span, "the component <" + tag.name + "> inside a paragraph is left out");
    } else if (!tag.name.empty()) {
      report(DiagCode::UndeclaredComponent, span, "the component <" + tag.name + "> is not declared; its text is kept");
      if (open_.size() < kMaxOpen) open_.push_back({tag.name, line_});
    }
    return tag.end;
  }

  // The end of <A /> or <A></A>; 0 if there are children.
  std::size_t end_if_childless(const JsxTag& tag) const {
    if (tag.closing || tag.name.empty()) return 0;
    if (tag.self_closing) return tag.end;
    const std::string closing = "</" + tag.name + ">";
    return text_.substr(tag.end).starts_with(closing) ? tag.end + closing.size() : 0;
  }

  bool is_alone(std::size_t begin, std::size_t end) const {
    const std::size_t line_begin = source_.line_start(source_.line_of(begin));
    const std::size_t line_end = std::min(text_.find('\n', end), text_.size());
    const auto blank = [](std::string_view text) { return text.find_first_not_of(" \t>-*+0123456789.") == text.npos; };
    return blank(text_.substr(line_begin, begin - line_begin)) && text_.substr(end, line_end - end).find_first_not_of(" \t") == text_.npos;
  }

  std::size_t add_box(const JsxTag& tag, std::size_t end) {
    std::string title;
    for (const char* key : {"title", "caption", "label"})
      if (title.empty()) title = decode_entities(tag.attribute(key));
    replace(pos_, end, component_mark(components.size()));
    components.push_back({tag.name, title, decode_entities(tag.attribute("id")), source_.span(pos_, end)});
    return end;
  }

  void close(const JsxTag& tag) {
    const auto found = std::find_if(open_.rbegin(), open_.rend(), [&](const Open& o) { return o.name == tag.name; });
    if (found == open_.rend()) return;
    if (line_ > found->line + 1) children_.emplace_back(found->line + 1, line_ - 1);
    open_.erase(std::prev(found.base()), open_.end());
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

  static bool is_comment(std::string_view inside) {
    const std::size_t first = inside.find_first_not_of(" \t\n");
    const std::size_t last = inside.find_last_not_of(" \t\n");
    return first != inside.npos && last - first >= 3 && inside.substr(first).starts_with("/*") &&
           inside.substr(0, last + 1).ends_with("*/") && inside.find("*/", first + 2) == last - 1;
  }

  // Children on lines of their own are indented for the eye; in Markdown four blanks would be code.
  void dedent_children() {
    std::vector<std::size_t> remove(source_.line_count() + 1, 0);
    for (const auto& [first, last] : children_) {
      std::size_t indent = kNoIndent;
      for (std::size_t line = first; line <= last; ++line)
        if (!is_blank(source_.line(line))) indent = std::min(indent, source_.line(line).find_first_not_of(" \t"));
      if (indent == kNoIndent) continue;
      for (std::size_t line = first; line <= last; ++line) remove[line] = std::max(remove[line], indent);
    }
    for (std::size_t line = 1; line <= source_.line_count(); ++line) {
      const std::size_t blanks = std::min(source_.line(line).find_first_not_of(" \t"), source_.line(line).size());
      const std::size_t width = std::min(remove[line], blanks);
      if (width > 0) replace(source_.line_start(line), source_.line_start(line) + width, "");
    }
    std::ranges::stable_sort(replacements, {}, &SourceText::Replacement::begin);
  }

  void replace(std::size_t begin, std::size_t end, std::string with) { replacements.push_back({begin, end, std::move(with)}); }
  void report(DiagCode code, SourceSpan span, std::string message, std::string hint = {}) {
    diagnostics_.report(code, file_, span, std::move(message), std::move(hint));
  }

  static constexpr std::size_t kNoIndent = std::string_view::npos;
  static constexpr std::size_t kMaxOpen = 64;  // deeper nests are left with their indent
  const SourceText& source_;
  std::string_view text_;
  std::string file_;
  DiagnosticSink& diagnostics_;
  std::vector<bool> skipped_;
  std::size_t pos_ = 0, line_ = 1, paragraph_end_ = 0, failed_until_ = 0;
  std::vector<Open> open_;
  std::vector<std::pair<std::size_t, std::size_t>> children_;  // first and last line between two tags
};

}  // namespace

std::vector<MdxComponent> take_out_mdx(SourceText& source, std::string_view file, DiagnosticSink& diagnostics) {
  blank_module_lines(source);
  Mdx mdx(source, file, diagnostics);
  mdx.run();
  source.replace(mdx.replacements);
  return std::move(mdx.components);
}

}  // namespace nbpublish
