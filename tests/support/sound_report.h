// What must hold of a preflight of any bytes.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "base/utf8.h"
#include "preflight/rules/report.h"

namespace nbpublish::testing {

// It ends in a report that keeps to the outlet's rules and to the file's places, bounded, or in an error that is the file's fault and
// names it; and another time in the same. Else what is wrong. `count` of a report of pages bounds its places.
inline std::string fault_of(const std::function<Result<PreflightReport>()>& run, std::string_view file, const OutletRules& rules) {
  const Result<PreflightReport> report = run(), again = run();
  if (report.has_value() != again.has_value()) return "another time it ends otherwise";
  if (!report) {
    const Error& error = report.error();
    if (error.kind != ErrorKind::Input) return "what is refused is not called the file's fault: " + error.message;
    if (!error.message.starts_with(std::string(file) + ": ")) return "an error that does not name the file: " + error.message;
    return error.message == again.error().message ? "" : "another time it is refused otherwise: " + error.message;
  }
  std::map<std::size_t, std::size_t> counts;
  for (const Finding& finding : report->findings) {
    if (finding.rule.row >= rules.rules.size() || !rules[finding.rule]) return "a finding of a rule that the outlet does not have";
    if (finding.severity != rules[finding.rule]->severity) return "a finding of another severity than its rule's";
    if (++counts[finding.rule.row] > kMostFindingsOfRule) return "findings without an end";
    const Place& place = finding.place;
    if (place.page < 0 || place.spot.line < 0 || place.spot.column < 0) return "a place before the beginning";
    if (report->counted == Counted::Pages && static_cast<std::size_t>(place.page) > report->count) return "a place behind the last page";
    if (sanitise(finding.measured) != finding.measured) return "a finding that cannot be shown: " + finding.measured;
  }
  if (preflight_text(*report).empty()) return "a report without a word";
  return preflight_json(*report) == preflight_json(*again) ? "" : "another time it finds something else";
}

}  // namespace nbpublish::testing
