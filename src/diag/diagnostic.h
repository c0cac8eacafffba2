// Diagnostic: the author's mistake, with its place in the Markdown, a stable code and a hint.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diag/codes.h"
#include "diag/file_name.h"

namespace nbpublish {

// A range of characters in one source file. Lines and columns count from 1, columns in code points,
// ends are inclusive (cmark's way). line == 0 means "the file as a whole". Spans of a Document name their file, for a document may
// be made of several; one without it is of the file that is named beside it.
struct SourceSpan {
  std::uint32_t line = 0, column = 0, end_line = 0, end_column = 0;
  FileName file{};
  friend bool operator==(const SourceSpan&, const SourceSpan&) = default;
  // File by file.
  friend std::strong_ordering operator<=>(const SourceSpan& a, const SourceSpan& b);
};
// From the first character of one span to the last of another in the same file.
SourceSpan from_to(const SourceSpan& first, const SourceSpan& last);
// The first character of a span.
SourceSpan beginning_of(const SourceSpan& span);
// The first character of the line that a span begins in: it stands for the line.
SourceSpan beginning_of_line(const SourceSpan& span);

enum class Severity : std::uint8_t { Note, Warning, Error };

struct Diagnostic {
  DiagCode code{};
  Severity severity = Severity::Warning;
  std::string file;     // as the author knows it: relative to the book's folder; may be empty
  SourceSpan span;      // in `file`, which it names, too
  std::string message;  // one line, lower case, no full stop
  std::string hint;     // what to do; may be empty
};

// Collects complaints. One sink belongs to one thread; stages that work on chapters in parallel give
// each chapter its own and merge() them in the order of the book, so output never depends on timing.
class DiagnosticSink {
 public:
  // Adds a diagnostic of the code's default severity. `file` is that of a span which names none. A sink that is full
  // (docs/limits.md) takes only errors, and in the end nothing.
  void report(DiagCode code, std::string_view file, SourceSpan span, std::string message, std::string hint = {});
  // Where words of the author's that a message shows break the line, it gets blanks.
  void add(Diagnostic diagnostic);
  void merge(DiagnosticSink&& other);
  // --strict: every warning becomes an error.
  void promote_warnings();

  const std::vector<Diagnostic>& all() const { return all_; }
  std::size_t count(Severity severity) const;

 private:
  std::vector<Diagnostic> all_;
};

// The name with the least edit distance from `wanted`, or empty if none is near enough to be meant: a third of the
// letters may differ.
std::string nearest_name(std::string_view wanted, const std::vector<std::string>& names);

}  // namespace nbpublish
