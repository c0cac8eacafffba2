#include "diag/diagnostic.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

namespace nbpublish {
namespace {

struct CodeRow {
  std::string_view word;
  Severity severity;
  std::string_view meaning;
};

// A hostile chapter could make a million of a kind: a sink keeps so many that were reported to it, and says that there were more.
constexpr std::ptrdiff_t kMostOfACode = 1'000;

constexpr CodeRow kCodes[] = {
#define NBP_X(id, word, severity, text) {word, Severity::severity, text},
    NBP_DIAGNOSTIC_CODES(NBP_X)
#undef NBP_X
};

const CodeRow& row(DiagCode code) { return kCodes[static_cast<std::size_t>(code)]; }

// Two neighbours that are swapped are one mistake (optimal string alignment).
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), costs(b.size() + 1);
  std::iota(costs.begin(), costs.end(), 0);
  for (std::size_t i = 0; i < a.size(); ++i) {
    before = std::exchange(last, costs);
    costs[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      costs[j + 1] = std::min({last[j] + (a[i] != b[j]), costs[j] + 1, last[j + 1] + 1});
      if (i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j]) costs[j + 1] = std::min(costs[j + 1], before[j - 1] + 1);
    }
  }
  return costs.back();
}

}  // namespace

std::string_view word_of(DiagCode code) { return row(code).word; }
std::string_view meaning_of(DiagCode code) { return row(code).meaning; }

void DiagnosticSink::report(DiagCode code, std::string_view file, SourceSpan span, std::string message,
                            std::string hint) {
  if (std::ssize(all_) >= kMostOfACode) {
    const auto kept = std::ranges::count(all_, code, &Diagnostic::code);
    if (kept > kMostOfACode) return;
    if (kept == kMostOfACode) message = "more like these are left out", hint = {};
  }
  add({code, row(code).severity, std::string(file), span, std::move(message), std::move(hint)});
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
  return static_cast<std::size_t>(
      std::count_if(all_.begin(), all_.end(), [&](const Diagnostic& d) { return d.severity == severity; }));
}

std::string nearest_name(std::string_view wanted, const std::vector<std::string>& names) {
  std::string best;
  std::size_t least = wanted.size() + 1;
  for (const std::string& name : names) {
    const std::size_t distance = edit_distance(wanted, name), most = std::max(wanted.size(), name.size()) / 3;
    if (distance <= most && distance < least) least = distance, best = name;
  }
  return best;
}

}  // namespace nbpublish
