#include "diag/diagnostic.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace nbpublish {
namespace {

constexpr std::size_t kLongestName = 1'000;  // that somebody mistypes

struct CodeRow {
  std::string_view word;
  Severity severity;
  std::string_view meaning;
};

// A hostile chapter could make millions: a sink takes so many reports, says that there were more, and keeps only errors beyond.
constexpr std::size_t kMostReports = 100'000, kMostErrors = 200'000;

constexpr CodeRow kCodes[] = {
#define NBP_X(id, word, severity, text) {word, Severity::severity, text},
    NBP_DIAGNOSTIC_CODES(NBP_X)
#undef NBP_X
};

const CodeRow& row(DiagCode code) { return kCodes[static_cast<std::size_t>(code)]; }

// Two neighbours that are swapped are one mistake (optimal string alignment). More than `most` comes out as most + 1: only
// the diagonals within it are looked at.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most) {
  const std::size_t far = most + 1;
  std::vector<std::size_t> before(b.size() + 1, far), last(b.size() + 1, far), costs(b.size() + 1, far);
  for (std::size_t j = 0; j <= std::min(most, b.size()); ++j) costs[j] = j;
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::swap(before, last);
    std::swap(last, costs);
    const std::size_t first = i + 1 > most ? i + 1 - most : 0, end = std::min(b.size(), i + 1 + most);
    std::ranges::fill(costs, far);
    std::size_t least = far;
    for (std::size_t j = first; j <= end; ++j) {
      std::size_t& cost = costs[j];
      if (j == 0) cost = i + 1;
      else cost = std::min({last[j - 1] + (a[i] != b[j - 1]), costs[j - 1] + 1, last[j] + 1});
      if (i > 0 && j > 1 && a[i] == b[j - 2] && a[i - 1] == b[j - 1]) cost = std::min(cost, before[j - 2] + 1);
      cost = std::min(cost, far);
      least = std::min(least, cost);
    }
    if (least == far && i > 0 && *std::ranges::min_element(last) == far) return far;
  }
  return costs.back();
}

}  // namespace

std::strong_ordering operator<=>(const SourceSpan& a, const SourceSpan& b) {
  const auto in_order = [](const SourceSpan& s) { return std::tuple(s.file, s.line, s.column, s.end_line, s.end_column); };
  return in_order(a) <=> in_order(b);
}

SourceSpan from_to(const SourceSpan& first, const SourceSpan& last) {
  return {first.line, first.column, last.end_line, last.end_column, first.file};
}

SourceSpan beginning_of(const SourceSpan& span) { return {span.line, span.column, span.line, span.column, span.file}; }

SourceSpan beginning_of_line(const SourceSpan& span) { return {span.line, 1, span.line, 1, span.file}; }

std::string_view word_of(DiagCode code) { return row(code).word; }
std::string_view meaning_of(DiagCode code) { return row(code).meaning; }

void DiagnosticSink::report(DiagCode code, std::string_view file, SourceSpan span, std::string message, std::string hint) {
  if (all_.size() == kMostReports) message = "more findings like these are left out", hint = {};
  else if (all_.size() > kMostReports && (row(code).severity != Severity::Error || all_.size() > kMostErrors)) return;
  add({code, row(code).severity, std::string(file), span, std::move(message), std::move(hint)});
}

void DiagnosticSink::add(Diagnostic diagnostic) {
  for (std::string* words : {&diagnostic.message, &diagnostic.hint})
    std::ranges::replace_if(
        *words, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  if (diagnostic.span.file.is_known()) diagnostic.file = diagnostic.span.file.text();
  else diagnostic.span.file = FileName(diagnostic.file);
  all_.push_back(std::move(diagnostic));
}

void DiagnosticSink::merge(DiagnosticSink&& other) {
  all_.insert(all_.end(), std::make_move_iterator(other.all_.begin()), std::make_move_iterator(other.all_.end()));
  other.all_.clear();
}

void DiagnosticSink::promote_warnings() {
  for (Diagnostic& d : all_)
    if (d.severity == Severity::Warning) d.severity = Severity::Error;
}

std::size_t DiagnosticSink::count(Severity severity) const {
  return static_cast<std::size_t>(std::count_if(all_.begin(), all_.end(), [&](const Diagnostic& d) { return d.severity == severity; }));
}

std::string nearest_name(std::string_view wanted, const std::vector<std::string>& names) {
  std::string best;
  std::size_t least = wanted.size() + 1;
  for (const std::string& name : names) {
    if (least == 0) break;
    const std::size_t longer = std::max(wanted.size(), name.size()), shorter = std::min(wanted.size(), name.size());
    const std::size_t most = std::min(longer / 3, least - 1);
    if (longer > kLongestName || longer - shorter > most) continue;
    if (const std::size_t distance = edit_distance(wanted, name, most); distance <= most) least = distance, best = name;
  }
  return best;
}

}  // namespace nbpublish
