#include "source/jsx.h"

#include <algorithm>

#include "base/ascii.h"

namespace nbpublish {
namespace {

bool begins_name(char c) { return is_letter(c) || c == '_' || c == '$'; }
bool is_jsx_name(char c) { return begins_name(c) || is_digit(c) || c == '.' || c == '-' || c == ':'; }

class TagReader {
 public:
  TagReader(std::string_view text, std::size_t pos) : text_(text.substr(0, std::min(text.size(), pos + kMaxJsxBytes))), pos_(pos + 1) {}

  std::optional<JsxTag> read() {
    tag_.closing = take('/');
    tag_.name = name();
    if (tag_.name.empty() ? at() != '>' : !attributes()) return std::nullopt;
    tag_.self_closing = take('/');
    skip_spaces();
    if (!take('>')) return std::nullopt;
    tag_.end = pos_;
    return std::move(tag_);
  }

 private:
  char at() const { return pos_ < text_.size() ? text_[pos_] : '\0'; }
  bool take(char c) { return at() == c ? (++pos_, true) : false; }
  void skip_spaces() {
    while (is_markdown_space(at())) ++pos_;
  }
  std::string name() {
    const std::size_t begin = pos_;
    if (begins_name(at()))
      while (is_jsx_name(at())) ++pos_;
    return std::string(text_.substr(begin, pos_ - begin));
  }

  bool attributes() {
    for (;;) {
      skip_spaces();
      if (at() == '/' || at() == '>') return true;
      if (at() == '{') {
        if (!braces()) return false;
        continue;
      }
      std::string key = name();
      if (key.empty()) return false;
      skip_spaces();
      if (take('=') && !value(std::move(key))) return false;
    }
  }

  bool value(std::string key) {
    skip_spaces();
    if (at() == '{') {
      const std::size_t begin = pos_;
      return braces() && (take_size(std::move(key), text_.substr(begin, pos_ - begin)), true);
    }
    const char quote = at();
    if (quote != '"' && quote != '\'') return false;
    const std::size_t end = text_.find(quote, pos_ + 1);
    if (end == text_.npos) return false;
    tag_.attributes.emplace_back(std::move(key), std::string(text_.substr(pos_ + 1, end - pos_ - 1)));
    pos_ = end + 1;
    return true;
  }

  // A picture's size is kept as it is written; whether it can be said is seen where pictures are read.
  void take_size(std::string key, std::string_view expression) {
    if (key != "width" && key != "height") return;
    std::string value(expression);
    std::replace(value.begin(), value.end(), '"', '\'');
    tag_.attributes.emplace_back(std::move(key), std::move(value));
  }

  bool braces() {
    const std::optional<std::size_t> end = end_of_braces(text_, pos_);
    if (!end) return false;
    tag_.has_braces = true;
    pos_ = *end;
    return true;
  }

  std::string_view text_;
  std::size_t pos_;
  JsxTag tag_;
};

// Behind the string that begins at `pos`, or npos.
std::size_t end_of_string(std::string_view text, std::size_t pos) {
  const char quote = text[pos];
  for (++pos; pos < text.size(); ++pos) {
    if (text[pos] == '\\') {
      ++pos;
    } else if (text[pos] == quote) {
      return pos + 1;
    } else if (text[pos] == '\n' && quote != '`') {
      return text.npos;
    }
  }
  return text.npos;
}

}  // namespace

bool JsxTag::is_component() const { return !name.empty() && (is_upper(name[0]) || name.find('.') != name.npos); }

std::string JsxTag::attribute(std::string_view key) const {
  for (const auto& [name_of, value] : attributes)
    if (name_of == key) return value;
  return {};
}

std::string JsxTag::html() const {
  std::string html = closing ? "</" + name : "<" + name;
  for (const auto& [key, value] : attributes) html += " " + key + "=\"" + value + "\"";
  return html + (self_closing ? " />" : ">");
}

std::optional<JsxTag> read_jsx_tag(std::string_view text, std::size_t pos) { return TagReader(text, pos).read(); }

std::optional<std::size_t> end_of_braces(std::string_view text, std::size_t pos) {
  text = text.substr(0, std::min(text.size(), pos + kMaxJsxBytes));
  int depth = 0;
  while (pos < text.size()) {
    const char c = text[pos];
    // An apostrophe in prose within braces is no string: without its end it is skipped.
    if (c == '"' || c == '\'' || c == '`') {
      const std::size_t end = end_of_string(text, pos);
      pos = end == text.npos ? pos + 1 : end;
      continue;
    }
    if (text.substr(pos).starts_with("/*")) {
      const std::size_t end = text.find("*/", pos + 2);
      if (end == text.npos) return std::nullopt;
      pos = end + 2;
      continue;
    }
    if (c == '{') ++depth;
    ++pos;
    if (c == '}' && --depth == 0) return pos;
  }
  return std::nullopt;
}

bool is_comment(std::string_view expression) {
  expression = trimmed(expression, kMarkdownSpace);
  return expression.size() >= 4 && expression.starts_with("/*") && expression.find("*/", 2) == expression.size() - 2;
}

std::optional<std::string> string_literal(std::string_view expression) {
  expression = trimmed(expression, kMarkdownSpace);
  if (expression.size() < 2) return std::nullopt;
  const char quote = expression.front();
  if (quote != '"' && quote != '\'' && quote != '`') return std::nullopt;
  if (end_of_string(expression, 0) != expression.size()) return std::nullopt;
  const std::string_view inside = expression.substr(1, expression.size() - 2);
  if (quote == '`' && inside.find("${") != inside.npos) return std::nullopt;
  std::string text;
  for (std::size_t i = 0; i < inside.size(); ++i) {
    if (inside[i] == '\\' && i + 1 < inside.size()) ++i;
    text += inside[i] == '\n' ? ' ' : inside[i];
  }
  return text;
}

}  // namespace nbpublish
