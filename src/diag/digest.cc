#include "diag/digest.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "diag/render.h"

namespace nbpublish {
namespace {

constexpr std::size_t kErrorsInFull = 3;  // each has to be mended
constexpr std::size_t kPlaces = 4;        // of findings that are told together

using Kind = std::vector<const Diagnostic*>;

std::size_t told_in_full(const Kind& kind) {
  if (kind.front()->severity == Severity::Error) return std::min(kind.size(), kErrorsInFull);
  return kind.size() == 1 ? 1 : 0;
}

// Places beginning with kind[first], a file named once in a row, the line's own too: "a.md:3:1, :8:4, b.md:2:1, ...".
std::string places_of(const Kind& kind, std::size_t first) {
  std::string out;
  const std::string* file = first > 0 && told_in_full(kind) == 0 ? &kind[first - 1]->file : nullptr;
  const std::size_t end = std::min(kind.size(), first + kPlaces);
  for (std::size_t i = first; i < end; ++i) {
    const Diagnostic& d = *kind[i];
    if (!out.empty()) out += ", ";
    const bool same_file = file != nullptr && *file == d.file && d.span.line > 0;
    out += same_file ? place_in_file(d) : place_of(d);
    file = &d.file;
  }
  return end < kind.size() ? out + ", ..." : out;
}

// What all of them advise, or nothing.
std::string common_hint(const Kind& kind) {
  const std::string& hint = kind.front()->hint;
  const bool is_common = std::ranges::all_of(kind, [&](const Diagnostic* d) { return d->hint == hint; });
  return is_common && !hint.empty() ? hint_of(*kind.front()) : "";
}

// "a.md:3:1: warning[raw-html]: <div> is not supported; 7 like it: :8:4, b.md:2:1, ...".
std::string together(const Kind& kind) {
  return fmt::format("{}; {} like it: {}\n", head_of(*kind.front()), kind.size() - 1, places_of(kind, 1)) + common_hint(kind);
}

// "9 more error[unresolved-reference]: a.md:3:1, ...".
std::string remaining(const Kind& kind, std::size_t told) {
  const Diagnostic& first = *kind.front();
  return fmt::format("{} more {}[{}]: {}\n", kind.size() - told, word_of(first.severity), word_of(first.code), places_of(kind, told));
}

}  // namespace

std::string render_digest(const std::vector<const Diagnostic*>& diagnostics, SourceLines& lines) {
  std::map<std::pair<Severity, DiagCode>, Kind> kinds;
  for (const Diagnostic* d : diagnostics) kinds[{d->severity, d->code}].push_back(d);
  std::string out;
  for (const Diagnostic* d : diagnostics) {
    const Kind& kind = kinds.at({d->severity, d->code});
    if (d != kind.front()) continue;
    const std::size_t whole = told_in_full(kind);
    for (std::size_t i = 0; i < whole; ++i) out += render_human(*kind[i], &lines);
    if (whole == 0) out += together(kind);
    else if (whole < kind.size()) out += remaining(kind, whole);
  }
  return out;
}

std::string render_counts(std::size_t errors, std::size_t warnings) {
  if (errors + warnings == 0) return "";
  return fmt::format("{} error{}, {} warning{}", errors, errors == 1 ? "" : "s", warnings, warnings == 1 ? "" : "s");
}

}  // namespace nbpublish
