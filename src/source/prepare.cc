#include "source/prepare.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "document/front_matter.h"
#include "source/fenced_lines.h"

namespace nbpublish {
namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// CRLF to LF. A lone CR is a line end only in a file that knows no other.
std::string with_line_feeds(std::string_view bytes) {
  const char lone = bytes.find('\n') == bytes.npos ? '\n' : ' ';
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] != '\r') {
      text += bytes[i];
    } else if (i + 1 == bytes.size() || bytes[i + 1] != '\n') {
      text += lone;
    }
  }
  return text;
}

// Reports the first replacement character of each line; `typed` holds the same line as in the file.
void report_line(std::string_view typed, std::string_view clean, std::uint32_t number, std::string_view file,
                 DiagnosticSink& diagnostics) {
  const std::size_t found = clean.find(kReplacement);
  if (found == clean.npos) return;
  const auto column = static_cast<std::uint32_t>(count_code_points(clean.substr(0, found)) + 1);
  const SourceSpan span{number, column, number, column};
  if (typed.find(kReplacement) != typed.npos) {
    diagnostics.report(DiagCode::ReplacementCharacter, file, span,
                       "the replacement character U+FFFD stands here",
                       "an earlier conversion lost a character: type it again");
  } else {
    diagnostics.report(DiagCode::InvalidText, file, span, "this is not UTF-8, or a control character",
                       "save the file as UTF-8");
  }
}

std::string_view take_line(std::string_view& text) {
  const std::size_t feed = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, feed);
  text.remove_prefix(std::min(feed + 1, text.size()));
  return line;
}

void report_lost_characters(std::string_view typed, std::string_view clean, std::string_view file,
                            DiagnosticSink& diagnostics) {
  if (clean.find(kReplacement) == clean.npos) return;
  for (std::uint32_t number = 1; !clean.empty(); ++number) {
    const std::string_view typed_line = take_line(typed);
    report_line(typed_line, take_line(clean), number, file, diagnostics);
  }
}

// As sanitise(), but the escape characters of terminal output stay inside fences: highlighting reads
// them and takes them out.
std::string sanitise_source(const std::string& typed) {
  constexpr char kEscape = '\x1B';
  if (typed.find(kEscape) == typed.npos) return sanitise(typed);
  const std::vector<bool> fenced = fenced_lines(SourceText(sanitise(typed)));
  std::string text;
  std::size_t line = 1, from = 0;
  for (std::size_t i = 0; i <= typed.size(); ++i) {
    const bool escape = i < typed.size() && typed[i] == kEscape && line <= fenced.size() && fenced[line - 1];
    if (i < typed.size() && typed[i] == '\n') ++line;
    if (!escape && i < typed.size()) continue;
    text += sanitise(std::string_view(typed).substr(from, i - from));
    if (escape) text += kEscape;
    from = i + 1;
  }
  return text;
}

}  // namespace

PreparedChapter prepare_chapter(std::string_view bytes, std::string_view file, DiagnosticSink& diagnostics) {
  if (bytes.starts_with(kBom)) bytes.remove_prefix(kBom.size());
  const std::string typed = with_line_feeds(bytes);
  std::string text = sanitise_source(typed);
  report_lost_characters(typed, text, file, diagnostics);
  const FrontMatterResult front = read_front_matter(text, file, diagnostics);
  const auto body = text.begin() + static_cast<std::ptrdiff_t>(front.body_offset);
  const auto feeds = static_cast<std::size_t>(std::count(text.begin(), body, '\n'));
  text.replace(text.begin(), body, std::string(feeds, '\n'));
  return {front.front, SourceText(std::move(text))};
}

}  // namespace nbpublish
