#include "diag/render.h"

#include <fmt/format.h>

#include "base/utf8.h"

namespace nbpublish {
namespace {

std::string_view word_of(Severity severity) {
  switch (severity) {
    case Severity::Note: return "note";
    case Severity::Warning: return "warning";
    case Severity::Error: return "error";
  }
  return "error";
}

std::optional<std::string_view> line_of(std::string_view text, std::uint32_t line) {
  std::size_t begin = 0;
  for (std::uint32_t i = 1; i < line; ++i) {
    begin = text.find('\n', begin);
    if (begin == std::string_view::npos) return std::nullopt;
    ++begin;
  }
  std::string_view found = text.substr(begin, text.find('\n', begin) - begin);
  if (!found.empty() && found.back() == '\r') found.remove_suffix(1);
  return found;
}

// A long Markdown paragraph is one line: show a window of it around the column.
struct Excerpt {
  std::string text;
  std::size_t caret;  // columns before the caret
};

Excerpt excerpt(std::string_view line, std::uint32_t column) {
  constexpr std::size_t kBefore = 40, kWidth = 100;
  std::u32string chars = to_utf32(sanitise(line));
  for (char32_t& c : chars)
    if (c == '\t') c = ' ';
  const std::size_t at = std::min<std::size_t>(column == 0 ? 0 : column - 1, chars.size());
  const std::size_t from = chars.size() > kWidth && at > kBefore ? at - kBefore : 0;
  std::string text = from > 0 ? "…" : "";
  text += to_utf8(std::u32string_view(chars).substr(from, kWidth));
  if (chars.size() > from + kWidth) text += "…";
  return {std::move(text), at - from + (from > 0 ? 1 : 0)};
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

std::string render_human(const Diagnostic& d, const SourceLookup& source) {
  std::string out = d.file;
  if (d.span.line > 0) out += fmt::format(":{}", d.span.line);
  if (d.span.line > 0 && d.span.column > 0) out += fmt::format(":{}", d.span.column);
  if (!out.empty()) out += ": ";
  out += fmt::format("{}[{}]: {}\n", word_of(d.severity), nbpublish::word_of(d.code), d.message);
  if (d.span.line > 0 && source) {
    if (const auto text = source(d.file)) {
      if (const auto line = line_of(*text, d.span.line)) {
        const Excerpt e = excerpt(*line, d.span.column);
        out += fmt::format("  {}\n", e.text);
        if (d.span.column > 0) out += fmt::format("  {}^\n", std::string(e.caret, ' '));
      }
    }
  }
  if (!d.hint.empty()) out += fmt::format("  hint: {}\n", d.hint);
  return out;
}

std::string render_json(const Diagnostic& d) {
  return fmt::format(
      R"({{"file":{},"line":{},"column":{},"endLine":{},"endColumn":{},"severity":"{}","code":"{}","message":{},"hint":{}}})",
      json_string(d.file), d.span.line, d.span.column, d.span.end_line, d.span.end_column, word_of(d.severity),
      nbpublish::word_of(d.code), json_string(d.message), json_string(d.hint));
}

}  // namespace nbpublish
