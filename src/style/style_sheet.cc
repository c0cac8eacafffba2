#include "style/style_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/ascii.h"
#include "base/utf8.h"
#include "css/css_tokens.h"
#include "platform/door.h"
#include "style/read_style.h"

namespace nbpublish {
namespace {

constexpr std::size_t kShownLength = 60;

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

constexpr std::string_view kAround = " \t\n\r\f\"'";  // an address: white space and quotation marks

class Cleaner {
 public:
  Cleaner(std::string_view css, const std::string& file, DiagnosticSink& diagnostics)
      : css_(css), tokens_(css), places_(css), file_(file), diagnostics_(diagnostics) {}

  std::string clean_sheet() {
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
  CssTokens tokens_;
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
    address = trimmed(address, kAround);
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
  return Cleaner(text, file, diagnostics).clean_sheet();
}

}  // namespace nbpublish
