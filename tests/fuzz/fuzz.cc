#include "fuzz/fuzz.h"

#include <algorithm>
#include <vector>

namespace nbpublish::fuzz {
namespace {

// Bytes of each line: a line has at most as many columns as bytes.
std::vector<std::size_t> line_sizes(std::string_view text, char line_end) {
  std::vector<std::size_t> sizes(1);
  for (const char c : text) {
    if (c == line_end) sizes.push_back(0);
    else ++sizes.back();
  }
  return sizes;
}

}  // namespace

void must_be_inside(const DiagnosticSink& diagnostics, std::string_view file, char line_end) {
  const std::vector<std::size_t> sizes = line_sizes(file, line_end);
  const auto is_place = [&](std::uint32_t line, std::uint32_t column) {
    return line >= 1 && line <= sizes.size() && column >= 1 && column <= sizes[line - 1] + 1;
  };
  for (const Diagnostic& d : diagnostics.all()) {
    if (d.span.line == 0) continue;  // the file as a whole
    const bool holds = is_place(d.span.line, d.span.column) && (d.span.end_line == 0 || is_place(d.span.end_line, d.span.end_column));
    if (!holds) std::fputs(told(diagnostics).c_str(), stderr);
    must(holds, "diagnostics lie in the file");
    must(d.span.end_line == 0 || d.span.line <= d.span.end_line, "spans end behind their beginning");
    must(!d.message.empty() && d.message.find('\n') == std::string::npos, "messages are one line");
  }
}

std::string told(const DiagnosticSink& diagnostics) {
  std::string all;
  for (const Diagnostic& d : diagnostics.all()) {
    for (const std::uint32_t number : {d.span.line, d.span.column, d.span.end_line, d.span.end_column}) all += std::to_string(number) + ':';
    all += ' ' + std::string(word_of(d.code)) + ' ' + d.message + " (" + d.hint + ")\n";
  }
  return all;
}

}  // namespace nbpublish::fuzz
