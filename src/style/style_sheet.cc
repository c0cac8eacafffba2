#include "style/style_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/ascii.h"
#include "base/utf8.h"
#include "platform/door.h"
#include "style/read_style.h"

namespace nbpublish {
namespace {

constexpr std::size_t kShownLength = 60;

bool is_line_end(char c) { return c == '\n' || c == '\r' || c == '\f'; }
// Of a name, escapes apart: letters, digits, - and _, and all that is not ASCII.
bool is_name(char c) { return is_alphanumeric(c) || c == '-' || c == '_' || static_cast<unsigned char>(c) >= 0x80; }

// Tokens of a sheet, as far as finding what it loads takes.
class Tokens {
 public:
  explicit Tokens(std::string_view css) : css_(css) {}

  // Past a comment or a string that begins at `at`, else past one character; an escaped one with its backslash.
  std::size_t past(std::size_t at) const {
    if (css_.substr(at, 2) == "/*") return end_of(css_.find("*/", at + 2), 2);
    if (css_[at] == '"' || css_[at] == '\'') return past_string(at);
    return css_[at] == '\\' ? past_escape(at) : at + 1;
  }

  // The same, but past the whole of a name, and of an address without quotation marks: whatever stands in that, even a
  // quotation mark, it ends at its parenthesis.
  std::size_t past_whole(std::size_t at) const {
    if (!begins_name(at)) return past(at);
    const bool is_url = name(at) == "url" && at < css_.size() && css_[at] == '(';
    return is_url ? past_arguments("url", at + 1) : at;
  }

  // The name that begins at `at`, in lower case and with its escapes read, and `at` moved behind it.
  std::string name(std::size_t& at) const {
    std::string out;
    while (at < css_.size()) {
      if (css_[at] == '\\' && at + 1 < css_.size() && !is_line_end(css_[at + 1])) append_utf8(out, escaped(at));
      else if (is_name(css_[at])) out += css_[at++];
      else break;
    }
    return lowered(out);
  }

  bool begins_name(std::size_t at) const {
    return is_name(css_[at]) || (css_[at] == '\\' && at + 1 < css_.size() && !is_line_end(css_[at + 1]));
  }

  // Behind the statement that goes on at `at`: its semicolon or block; before the brace that closes the block it stands in.
  std::size_t past_statement(std::size_t at) const {
    int depth = 0, round = 0;
    while (at < css_.size()) {
      const char c = css_[at];
      if (c == '(') ++round;
      if (c == ')' && round > 0) --round;
      if (c == ';' && depth == 0 && round == 0) return at + 1;
      if (c == '{') ++depth, round = 0;
      if (c == '}') {
        if (depth == 0) return at;
        if (--depth == 0) return at + 1;
      }
      at = past_whole(at);
    }
    return css_.size();
  }

  // Behind the parenthesis that closes the one before `at`, which opens the arguments of `function`.
  std::size_t past_arguments(std::string_view function, std::size_t at) const {
    if (const std::size_t first = after_space(at); function == "url" && first < css_.size() && css_[first] != '"' && css_[first] != '\'') {
      while (at < css_.size() && css_[at] != ')') at = css_[at] == '\\' ? past_escape(at) : at + 1;
      return std::min(at + 1, css_.size());
    }
    for (int depth = 1; at < css_.size(); at = past_whole(at)) {
      if (css_[at] == '(') ++depth;
      if (css_[at] == ')' && --depth == 0) return at + 1;
    }
    return css_.size();
  }

 private:
  std::string_view css_;

  std::size_t end_of(std::size_t found, std::size_t length) const { return found == std::string_view::npos ? css_.size() : found + length; }

  std::size_t after_space(std::size_t at) const {
    while (at < css_.size() && is_html_space(css_[at])) ++at;
    return at;
  }

  std::size_t past_escape(std::size_t at) const { return std::min(at + (css_.substr(at + 1, 2) == "\r\n" ? 3 : 2), css_.size()); }

  std::size_t past_string(std::size_t at) const {
    const char quote = css_[at++];
    while (at < css_.size() && css_[at] != quote && !is_line_end(css_[at])) at = css_[at] == '\\' ? past_escape(at) : at + 1;
    return std::min(at + 1, css_.size());
  }

  // The character of the escape at `at`: up to six hexadecimal digits with one white space behind, or any other character.
  char32_t escaped(std::size_t& at) const {
    ++at;
    if (!is_hex_digit(css_[at])) return next_code_point(css_, at);
    char32_t value = 0;
    for (int digits = 0; digits < 6 && at < css_.size() && is_hex_digit(css_[at]); ++digits, ++at)
      value = value * 16 + static_cast<char32_t>(css_[at] <= '9' ? css_[at] - '0' : (css_[at] | 0x20) - 'a' + 10);
    if (at < css_.size() && is_html_space(css_[at])) ++at;
    return value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF) ? 0xFFFD : value;
  }
};

// Places in a text that are asked for from its beginning to its end.
class Places {
 public:
  explicit Places(std::string_view text) : text_(text) {}
  SourceSpan of(std::size_t at) {
    for (; done_ < at; ++done_)
      if (text_[done_] == '\n') ++line_, begin_ = done_ + 1;
    const auto column = static_cast<std::uint32_t>(count_code_points(text_.substr(begin_, at - begin_)) + 1);
    return {line_, column, line_, column};
  }

 private:
  std::string_view text_;
  std::size_t done_ = 0, begin_ = 0;
  std::uint32_t line_ = 1;
};

constexpr std::array<std::string_view, 6> kLoading{"url", "src", "image", "image-set", "-webkit-image-set", "-webkit-cross-fade"};

std::string_view unquoted(std::string_view address) {
  const auto is_edge = [](char c) { return is_html_space(c) || c == '"' || c == '\''; };
  while (!address.empty() && is_edge(address.front())) address.remove_prefix(1);
  while (!address.empty() && is_edge(address.back())) address.remove_suffix(1);
  return address;
}

class Cleaner {
 public:
  Cleaner(std::string_view css, const std::string& file, DiagnosticSink& diagnostics)
      : css_(css), tokens_(css), places_(css), file_(file), diagnostics_(diagnostics) {}

  std::string run() {
    std::size_t at = 0;
    while (at < css_.size()) {
      const char c = css_[at];
      if (c == '{' || c == '}' || c == ';') {
        begin_ = ++at;
        at_rule_.clear();
      } else if (c == '@') {
        const std::size_t sign = at++;
        at_rule_ = tokens_.name(at);
        if (at_rule_ == "import") at = leave_out(sign, "@import loads another style sheet");
      } else if (tokens_.begins_name(at)) {
        at = look_at_name(at);
      } else {
        at = tokens_.past(at);
      }
    }
    return out_.append(css_.substr(done_));
  }

 private:
  std::string_view css_;
  Tokens tokens_;
  Places places_;
  const std::string& file_;
  DiagnosticSink& diagnostics_;
  std::string out_;
  std::string at_rule_;    // whose prelude is being read
  std::size_t begin_ = 0;  // of the statement
  std::size_t done_ = 0;   // what stands before it is in out_, or left out

  // A namespace's address names and loads nothing.
  std::size_t look_at_name(std::size_t at) {
    const std::size_t start = at;
    const std::string name = tokens_.name(at);
    if (at >= css_.size() || css_[at] != '(' || std::ranges::find(kLoading, name) == kLoading.end()) return at;
    const std::size_t end = tokens_.past_arguments(name, at + 1);
    std::string_view address = css_.substr(at + 1, end - at - 1);
    if (address.ends_with(')')) address.remove_suffix(1);
    address = unquoted(address);
    if (name == "url" && (address.starts_with('#') || at_rule_ == "namespace")) return end;
    return leave_out(start, fmt::format("{}({}{}) leads out of the ebook", name, sanitise(address.substr(0, kShownLength)),
                                        address.size() > kShownLength ? "..." : ""));
  }

  std::size_t leave_out(std::size_t at, std::string message) {
    diagnostics_.report(DiagCode::StyleSheet, file_, places_.of(at), std::move(message) + "; the statement is left out",
                        "an ebook's style sheet may load nothing");
    out_.append(css_.substr(done_, begin_ - done_));
    at_rule_.clear();
    return begin_ = done_ = tokens_.past_statement(at);
  }
};

}  // namespace

Result<std::string> read_style_sheet(const FileSystem& files, const Style& style, const std::filesystem::path& book,
                                     DiagnosticSink& diagnostics) {
  const std::string name = "epub.css";
  NBP_TRY_ASSIGN(const std::string css, read_style_file(files, style, name, book));
  const auto folder = std::ranges::find_if(style.folders, [&](const std::filesystem::path& f) { return is_there(files, f / name); });
  return without_loading(css, "styles/" + folder->filename().string() + "/" + name, diagnostics);
}

std::string without_loading(std::string_view css, const std::string& file, DiagnosticSink& diagnostics) {
  const std::string text = sanitise(css);
  if (text != css)
    diagnostics.report(DiagCode::InvalidText, file, {},
                       "the style sheet has bytes that are not UTF-8, or characters that no output may carry");
  return Cleaner(text, file, diagnostics).run();
}

}  // namespace nbpublish
