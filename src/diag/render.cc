#include "diag/render.h"

#include <fmt/format.h>

#include "base/utf8.h"

namespace nbpublish {

std::string_view word_of(Severity severity) {
  switch (severity) {
    case Severity::Note:
      return "note";
    case Severity::Warning:
      return "warning";
    case Severity::Error:
      return "error";
  }
  return "error";
}

namespace {

// A long Markdown paragraph is one line: show a window of it around the column.
struct Excerpt {
  std::string text;
  std::size_t caret;  // columns before the caret
};

// Texts of the author's, in lines, names and messages, must not move a terminal's cursor or turn its line around.
char32_t on_terminal(char32_t c) {
  if (c < 0x20) return ' ';
  const bool turns = c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  return turns ? 0xFFFD : c;
}

Excerpt excerpt(std::string_view line, std::uint32_t column) {
  constexpr std::size_t kBefore = 40, kWidth = 100;
  std::u32string chars = to_utf32(sanitise(line));
  for (char32_t& c : chars) c = on_terminal(c);
  const std::size_t at = std::min<std::size_t>(column == 0 ? 0 : column - 1, chars.size());
  const std::size_t from = chars.size() > kWidth && at > kBefore ? at - kBefore : 0;
  std::string text = from > 0 ? "…" : "";
  text += to_utf8(std::u32string_view(chars).substr(from, kWidth));
  if (chars.size() > from + kWidth) text += "…";
  return {std::move(text), at - from + (from > 0 ? 1 : 0)};
}

}  // namespace

namespace {

std::string shown(std::string_view text) {
  std::u32string chars = to_utf32(sanitise(text));
  for (char32_t& c : chars) c = on_terminal(c);
  return to_utf8(chars);
}

}  // namespace

std::string json_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
  return out + '"';
}

std::string place_in_file(const Diagnostic& d) {
  if (d.span.line == 0) return "";
  return d.span.column > 0 ? fmt::format(":{}:{}", d.span.line, d.span.column) : fmt::format(":{}", d.span.line);
}

std::string place_of(const Diagnostic& d) { return shown(d.file) + place_in_file(d); }

std::string hint_of(const Diagnostic& d) { return d.hint.empty() ? "" : fmt::format("  hint: {}\n", shown(d.hint)); }

std::string head_of(const Diagnostic& d) {
  const std::string place = place_of(d);
  return fmt::format("{}{}{}[{}]: {}", place, place.empty() ? "" : ": ", word_of(d.severity), word_of(d.code), shown(d.message));
}

std::string render_human(const Diagnostic& d, SourceLines* lines) {
  std::string out = head_of(d) + "\n";
  const auto line = d.span.line > 0 && lines != nullptr ? lines->line(d.file, d.span.line) : std::nullopt;
  if (line) {
    const Excerpt e = excerpt(*line, d.span.column);
    out += fmt::format("  {}\n", e.text);
    if (d.span.column > 0) out += fmt::format("  {}^\n", std::string(e.caret, ' '));
  }
  return out + hint_of(d);
}

std::string render_json(const Diagnostic& d) {
  return fmt::format(
      R"({{"file":{},"line":{},"column":{},"endLine":{},"endColumn":{},"severity":"{}","code":"{}","message":{},"hint":{}}})",
      json_string(d.file), d.span.line, d.span.column, d.span.end_line, d.span.end_column, word_of(d.severity), word_of(d.code),
      json_string(d.message), json_string(d.hint));
}

}  // namespace nbpublish
