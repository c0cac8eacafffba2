#include "css/css_scanner.h"

#include <algorithm>
#include <vector>

#include "base/ascii.h"
#include "css/css_tokens.h"

namespace nbpublish {
namespace {

constexpr std::size_t kMostBlocks = 64;

// Without comments and white space in front.
std::string_view after_comments(std::string_view text) {
  for (;;) {
    text = trimmed(text, kHtmlSpace);
    if (!text.starts_with("/*")) return text;
    const std::size_t end = text.find("*/", 2);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 2);
  }
}

class Scanner {
 public:
  Scanner(std::string_view css, const std::function<void(const CssDeclaration&)>& visit) : css_(css), tokens_(css), visit_(visit) {}

  void scan() {
    int brackets = 0;  // a ; inside of url(data:…) ends nothing
    std::size_t at = 0;
    while (at < css_.size()) {
      const char c = css_[at];
      if (c == '(') ++brackets;
      if (c == ')' && brackets > 0) --brackets;
      if (c == '{') open(at), brackets = 0;
      else if (c == '}') close(at), brackets = 0;
      else if (c == ';' && brackets == 0) statement(at), begin_ = at + 1;
      at = tokens_.past(at);
    }
    statement(at);
  }

 private:
  void open(std::size_t at) {
    if (selectors_.size() < kMostBlocks) selectors_.push_back(after_comments(css_.substr(begin_, at - begin_)));
    else ++deeper_;
    begin_ = at + 1;
  }

  void close(std::size_t at) {
    statement(at);
    if (deeper_ > 0) --deeper_;
    else if (!selectors_.empty()) selectors_.pop_back();
    begin_ = at + 1;
  }

  void statement(std::size_t end) {
    const std::string_view text = after_comments(css_.substr(begin_, end - begin_));
    if (text.empty()) return;
    const std::string_view selector = selectors_.empty() ? std::string_view() : selectors_.back();
    const int line = line_of(static_cast<std::size_t>(text.data() - css_.data()));
    if (text.starts_with('@')) {
      const std::size_t space = std::min(text.find_first_of(" \t\r\n\"'("), text.size());
      return visit_({selector, lowered(text.substr(0, space)), text.substr(space), line});
    }
    const std::size_t colon = text.find(':');
    if (colon != std::string_view::npos)
      visit_({selector, lowered(trimmed(text.substr(0, colon), kHtmlSpace)), trimmed(text.substr(colon + 1), kHtmlSpace), line});
  }

  // Lines are asked for in ascending order.
  int line_of(std::size_t at) {
    line_ += static_cast<int>(
        std::count(css_.begin() + static_cast<std::ptrdiff_t>(counted_), css_.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    counted_ = at;
    return line_;
  }

  std::string_view css_;
  CssTokens tokens_;
  const std::function<void(const CssDeclaration&)>& visit_;
  std::vector<std::string_view> selectors_;
  std::size_t begin_ = 0, deeper_ = 0, counted_ = 0;
  int line_ = 1;
};

// Without quotation marks.
std::string_view unquoted(std::string_view text) {
  text = trimmed(text, kHtmlSpace);
  const bool is_quoted = text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front();
  return is_quoted ? text.substr(1, text.size() - 2) : text;
}

bool starts_url(std::string_view text) { return std::ranges::equal(text.substr(0, 4), std::string_view("url("), {}, to_lower); }

}  // namespace

void scan_css(std::string_view css, const std::function<void(const CssDeclaration&)>& visit) { Scanner(css, visit).scan(); }

void scan_css_urls(std::string_view value, bool is_import, const std::function<void(std::string_view)>& visit) {
  const CssTokens tokens(value);
  for (std::size_t at = 0; at < value.size();) {
    const std::size_t next = tokens.past(at);
    if (starts_url(value.substr(at))) {
      std::size_t end = at + 4;
      while (end < value.size() && value[end] != ')') end = tokens.past(end);
      visit(unquoted(value.substr(at + 4, std::min(end, value.size()) - at - 4)));
      at = std::min(end + 1, value.size());
      continue;
    }
    if (is_import && (value[at] == '"' || value[at] == '\'')) visit(unquoted(value.substr(at, next - at)));
    at = next;
  }
}

}  // namespace nbpublish
