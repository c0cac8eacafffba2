#include "preflight/rules/finding.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"

namespace nbpublish {

std::string plain_number(double value) {
  std::string text = fmt::format("{:.2f}", value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text == "-0" ? "0" : text;
}

std::optional<double> Findings::limit(RuleNumber rule) const {
  const std::optional<OutletRule>& known = rules_[rule];
  return known ? std::optional(known->limit_for(pages_)) : std::nullopt;
}

void Findings::keep(Finding finding) {
  if (++counts_[finding.rule.row] > kMostFindingsOfRule) return;
  finding.place.entry = sanitise(finding.place.entry);
  std::ranges::replace(finding.place.entry, '\n', ' ');
  found_.push_back(std::move(finding));
}

void Findings::add(RuleNumber rule, Place place, std::string measured) {
  if (const std::optional<OutletRule>& known = rules_[rule]) keep({rule, known->severity, std::move(place), std::move(measured), {}, 0});
}

void Findings::at_least(RuleNumber rule, Place place, double value, std::string_view what) {
  const std::optional<double> least = limit(rule);
  if (least && value < *least * (1 - kSlack)) add_number(rule, std::move(place), value, what, "at least", (*least - value) / *least);
}

void Findings::at_most(RuleNumber rule, Place place, double value, std::string_view what) {
  const std::optional<double> most = limit(rule);
  if (most && value > *most * (1 + kSlack))
    add_number(rule, std::move(place), value, what, "at most", (value - *most) / std::max(*most, 1.0));
}

void Findings::add_number(RuleNumber rule, Place place, double value, std::string_view what, std::string_view bound, double excess) {
  const std::string_view unit = rules_.kind_of(rule).unit;
  const std::string space = unit.empty() ? "" : " ";
  std::string measured = fmt::format("{}{}{}", plain_number(value), space, unit);
  if (!what.empty()) measured += fmt::format(" ({})", what);
  keep({rule, rules_[rule]->severity, std::move(place), std::move(measured),
        fmt::format("{} {}{}{}", bound, plain_number(*limit(rule)), space, unit), excess});
}

}  // namespace nbpublish
