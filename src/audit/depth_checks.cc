// 7: how full pages are, and that facing pages begin and end together.
#include <cmath>
#include <optional>

#include "audit/page_checks.h"
#include "audit/page_depth.h"

namespace nbpublish {
namespace {

constexpr double kFull = 0.95;                 // of its lines
constexpr Length kUnlikeTops = Length::pt(4);  // of first baselines: less is not seen across the spine
constexpr int kHole = 4;                       // lines
constexpr int kLeastLastLines = 8;             // on a chapter's last page, if its back is blank for it

NodeId node_at_end(const AuditPart& part, std::size_t p) {
  const AuditLine* last = nullptr;
  for (std::size_t i = part.pages[p].first_line; i < part.pages[p].end_line; ++i)
    if (!part.lines[i].in_note && (last == nullptr || part.lines[i].baseline > last->baseline)) last = &part.lines[i];
  return last == nullptr ? 0 : last->node;
}

std::string are_missing(int lines) { return std::to_string(lines) + " lines are missing at its end"; }

void check_depths(const AuditView& view, const AuditPart& part, FaultList& faults) {
  const int allowed = static_cast<int>(std::lround(view.style().lines * (1 - kFull)));
  const auto missing_of = [&](std::size_t p) {
    return has_judged_depth(part, p) ? std::optional(missing_lines(view, part, p)) : std::nullopt;
  };
  for (std::size_t p = 0; p < part.pages.size(); ++p) {
    const auto missing = missing_of(p);
    if (!missing) continue;
    const auto partner = facing_page(part, p);
    const auto facing = partner ? missing_of(*partner) : std::nullopt;
    const bool matched = facing && missing->meets(*facing);
    const NodeId node = node_at_end(part, p);
    if (missing->least > allowed && !matched) faults.add(FaultCode::ShortPage, part, p, node, are_missing(missing->least));
    if (missing->most >= kHole) faults.add(FaultCode::Hole, part, p, node, are_missing(missing->most));
    if (!part.pages[p].recto && facing && !matched)
      faults.add(FaultCode::UnequalSpread, part, p, node,
                 "it lacks " + std::to_string(missing->least) + " lines, the facing page " + std::to_string(facing->least));
  }
}

// Between two full pages of running text; openers begin where they like.
void check_tops(const AuditPart& part, FaultList& faults) {
  for (std::size_t p = 1; p + 1 < part.pages.size(); ++p) {
    if (part.pages[p].recto || !has_judged_depth(part, p) || !has_judged_depth(part, p + 1)) continue;
    const auto verso = first_baseline(part, p), recto = first_baseline(part, p + 1);
    if (!verso || !recto) continue;
    faults.looked_at(FaultCode::UnequalTops, 1);
    if (const Length apart = abs(*verso - *recto); apart > kUnlikeTops)
      faults.add(FaultCode::UnequalTops, part, p, part.lines[part.pages[p].first_line].node,
                 points(apart) + (*verso > *recto ? " lower" : " higher") + " than the facing page");
  }
}

// The page behind a part's last text is its own: it stays blank so that the next begins on a recto.
void check_last_page(const AuditView& view, const AuditPart& part, FaultList& faults) {
  std::size_t last = 0;
  while (!is_last_with_text(part, last)) ++last;
  faults.looked_at(FaultCode::ShortEnd, 1);
  if (last + 1 == part.pages.size() || !part.pages[last].recto || part.pages[last].page->blank) return;
  const int used = view.style().lines - missing_lines(view, part, last).most;
  if (used < kLeastLastLines)
    faults.add(FaultCode::ShortEnd, part, last, node_at_end(part, last), std::to_string(used) + " lines on a leaf of their own");
}

}  // namespace

void check_depth(const AuditView& view, FaultList& faults) {
  for (const AuditPart& part : view.parts) {
    if (part.is_display()) continue;
    check_depths(view, part, faults);
    if (!part.is_text() || part.pages.empty()) continue;
    check_tops(part, faults);
    check_last_page(view, part, faults);
  }
}

}  // namespace nbpublish
