#include "toml/toml_file.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"

namespace nbpublish {
namespace {

bool exceeds_limits(std::string_view text) {
  return text.size() > kTomlMostBytes || static_cast<std::size_t>(std::ranges::count(text, '.')) > kTomlMostStops;
}

// toml++ counts the line feed before the end of a file as a character of its line.
SourceSpan in_line(SourceSpan span, std::string_view text) {
  for (std::uint32_t line = 1; line < span.line; ++line) {
    const std::size_t feed = text.find('\n');
    text = feed == text.npos ? std::string_view() : text.substr(feed + 1);
  }
  const auto behind = static_cast<std::uint32_t>(count_code_points(text.substr(0, text.find('\n')))) + 1;
  span.column = std::min(span.column, behind);
  span.end_column = std::min(span.end_column, behind);
  return span;
}

// toml++ says "Error while parsing key-value pair: expected '=', saw '\n'".
std::string message_of(const toml::parse_error& error) {
  std::string_view text = error.description();
  constexpr std::string_view kPrefix = "Error while parsing ";
  if (text.starts_with(kPrefix)) text.remove_prefix(kPrefix.size());
  return "not valid TOML: " + std::string(text);
}

}  // namespace

std::optional<toml::table> parse_toml(std::string_view text, std::string_view file, DiagCode syntax, DiagnosticSink& diagnostics) {
  if (exceeds_limits(text)) {
    diagnostics.report(DiagCode::LimitExceeded, file, {}, "the file is larger than 4 MiB or has more than 10,000 full stops");
    return std::nullopt;
  }
  try {
    return toml::parse(text);
  } catch (const toml::parse_error& error) {
    diagnostics.report(syntax, file, in_line(span_of(error.source()), text), message_of(error));
    return std::nullopt;
  }
}

SourceSpan span_of(const toml::source_region& region) {
  const auto [begin, end, path] = region;
  if (end.line != begin.line || end.column <= begin.column) return {begin.line, begin.column, begin.line, begin.column};
  return {begin.line, begin.column, end.line, end.column - 1};
}

}  // namespace nbpublish
