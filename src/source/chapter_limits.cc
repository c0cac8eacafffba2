#include "source/chapter_limits.h"

#include <algorithm>

namespace nbpublish {
namespace {

// cmark-gfm 0.29 needs 0.02 s for the worst line of this length and minutes for one of 2 MB. Pictures
// written into the text as data: addresses are the longest honest lines.
constexpr std::size_t kMaxLineBytes = 100'000;
// Ten times the longest chapter of a book; pandoc and the printing of their pages need seconds for more, whatever they hold.
constexpr std::size_t kMaxLines = 30'000;
constexpr std::ptrdiff_t kMaxPipesInLine = 250;
// pandoc reads 1,000,000 cells in 11 s.
constexpr std::size_t kMaxTableCells = 50'000;
// Emphasis and links inside one another; three levels of JSON each, of the 1,024 that simdjson reads.
constexpr int kMaxInlineNesting = 60;

constexpr std::size_t kMaxNoteBytes = 4u << 20;

// How many block quotes and list items the line opens.
int opened_containers(std::string_view line) {
  int count = 0;
  for (std::size_t pos = 0; pos < line.size(); ++pos) {
    const char c = line[pos];
    if (c == ' ' || c == '\t') continue;
    const bool item = (c == '-' || c == '*' || c == '+') && pos + 1 < line.size() && line[pos + 1] == ' ';
    if (c != '>' && !item) return count;
    ++count;
  }
  return 0;  // nothing but marks: a rule, or quotes without content (counted by opened_quotes)
}

// `>` in a row cost cmark-gfm quadratic time, whatever follows.
int opened_quotes(std::string_view line) {
  int count = 0;
  for (const char c : line) {
    if (c == '>') ++count;
    if (c != '>' && c != ' ' && c != '\t') break;
  }
  return count;
}

std::string too_deep(const ReadOptions& options) {
  return "block quotes and lists are nested more than " + std::to_string(options.max_nesting) + " deep";
}

}  // namespace

std::optional<LimitBreach> check_size(std::string_view bytes, const ReadOptions& options) {
  if (bytes.size() <= options.max_file_bytes) return std::nullopt;
  return LimitBreach{
      {}, "the file has " + std::to_string(bytes.size()) + " bytes; at most " + std::to_string(options.max_file_bytes) + " are read"};
}

std::optional<LimitBreach> check_lines(const SourceText& source, const ReadOptions& options) {
  if (source.line_count() > kMaxLines) return LimitBreach{{}, "the file has more than " + std::to_string(kMaxLines) + " lines"};
  for (std::size_t number = 1; number <= source.line_count(); ++number) {
    const std::string_view line = source.line(number);
    if (line.size() > kMaxLineBytes)
      return LimitBreach{source.line_span(number, number), "the line is longer than " + std::to_string(kMaxLineBytes) + " bytes"};
    if (std::ranges::count(line, '|') > kMaxPipesInLine)
      return LimitBreach{source.line_span(number, number), "the line has more than " + std::to_string(kMaxPipesInLine) + " column marks"};
    if (std::max(opened_containers(line), opened_quotes(line)) > options.max_nesting)
      return LimitBreach{source.line_span(number, number), too_deep(options)};
  }
  return std::nullopt;
}

std::optional<LimitBreach> check_shape(const MarkdownShape& shape, const ReadOptions& options) {
  if (shape.block_nesting > options.max_nesting) return LimitBreach{{}, too_deep(options)};
  if (shape.inline_nesting > kMaxInlineNesting)
    return LimitBreach{{}, "emphasis and links are nested more than " + std::to_string(kMaxInlineNesting) + " deep"};
  if (shape.table_cells > kMaxTableCells) return LimitBreach{{}, "a table has more than " + std::to_string(kMaxTableCells) + " cells"};
  return std::nullopt;
}

std::optional<LimitBreach> check_notes(std::size_t expanded_bytes) {
  if (expanded_bytes <= kMaxNoteBytes) return std::nullopt;
  return LimitBreach{{}, "the footnotes and their references are too many to be written out"};
}

}  // namespace nbpublish
