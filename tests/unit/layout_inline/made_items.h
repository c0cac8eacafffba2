// Paragraphs made of boxes, glue and penalties, and what must hold of however they are broken.
#pragma once

#include <string>
#include <vector>

#include "layout/inline/line_breaker.h"

namespace nbpublish::testing {

inline constexpr Length kHangLimit = Length::pt(2.5);

inline InlineItem box(double width) {
  InlineItem item;
  item.width = Length::pt(width);
  return item;
}
inline InlineItem glue(double width, double stretch, double shrink) {
  InlineItem item;
  item.kind = InlineItem::Kind::Glue;
  item.width = Length::pt(width);
  item.stretch = Length::pt(stretch);
  item.shrink = Length::pt(shrink);
  return item;
}
// With a width it is a hyphen's.
inline InlineItem penalty(int value, double width = 0) {
  InlineItem item;
  item.kind = InlineItem::Kind::Penalty;
  item.penalty = value;
  item.width = Length::pt(width);
  item.hyphen = width > 0;
  return item;
}

inline BreakRules rules_of(Alignment alignment, double measure) {
  BreakRules rules;
  rules.measure = Length::pt(measure);
  rules.alignment = alignment;
  rules.least_last_line = Length::pt(20);
  rules.hang_limit = kHangLimit;
  rules.ragged_stretch = Length::pt(40);
  return rules;
}

inline bool is_forced(const std::vector<InlineItem>& items, std::size_t at) {
  return at == items.size() || (items[at].kind == InlineItem::Kind::Penalty && items[at].penalty <= kForced);
}

// Every box stands in exactly one line, in order, and no line runs over a forced break: else what is wrong.
inline std::string fault_of(const std::vector<InlineItem>& items, const std::vector<BrokenLine>& lines) {
  if (lines.empty()) return "no lines";
  std::size_t next = 0;
  for (const BrokenLine& line : lines) {
    for (; next < line.first && next < items.size(); ++next)
      if (items[next].kind == InlineItem::Kind::Box) return "box " + std::to_string(next) + " is in no line";
    if (line.first != next) return "a line begins before item " + std::to_string(next);
    if (line.at < line.first || line.at > items.size()) return "a line ends before it begins, or never";
    if (!is_legal_break(items, line.at)) return "no line may end at item " + std::to_string(line.at);
    for (std::size_t k = line.first; k < line.at; ++k)
      if (is_forced(items, k)) return "a line runs over the forced break " + std::to_string(k);
    if (line.last != is_forced(items, line.at)) return "a line that is the last is not called so, or another is";
    next = line.at;
  }
  return lines.back().at == items.size() ? "" : "the end is in no line";
}

}  // namespace nbpublish::testing
