// Helpers of this room's tests: one chapter read through the real pandoc, shown as its dump.
#pragma once

#include <string>
#include <string_view>

#include "source/read_chapter.h"

namespace nbpublish::testing {

inline SourceFile source_file(std::string text, std::string file = "a.md") {
  return {std::move(file), "key", "https://example.org/online", std::move(text)};
}

inline ReadResult read(std::string text, std::string file = "a.md") {
  RealProcessRunner processes;
  auto results = read_chapters({source_file(std::move(text), std::move(file))}, {}, processes);
  if (!results) throw std::runtime_error(results.error().message);
  return std::move(results->front());
}

// The dump without the lines of the file and its front matter; an expectation begins on a line of its own.
inline std::string dump_of(const ReadResult& result) {
  std::string all = dump(result.document);
  all.erase(0, all.find('\n') + 1);
  if (all.starts_with("  front-matter")) all.erase(0, all.find('\n') + 1);
  return "\n" + all;
}

// "line:column code" of each diagnostic, one per line.
inline std::string complaints(const DiagnosticSink& diagnostics) {
  std::string list;
  for (const Diagnostic& d : diagnostics.all())
    list += std::to_string(d.span.line) + ":" + std::to_string(d.span.column) + " " + std::string(word_of(d.code)) + "\n";
  return list;
}
inline std::string complaints(const ReadResult& result) { return complaints(result.diagnostics); }

}  // namespace nbpublish::testing
