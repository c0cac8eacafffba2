// 7: how full pages are, and that facing pages end together.
#include <algorithm>
#include <cmath>
#include <optional>

#include "audit/page_checks.h"

namespace nbpublish {
namespace {

constexpr double kFull = 0.95;  // of its lines

// Lines missing at the end of a page's text. Between two values: what is not running text ends somewhere above the
// lower edge of its last line of the grid.
struct Missing {
  int least = 0, most = 0;
  bool meets(const Missing& o) const { return least <= o.most && o.least <= most; }
};

class DepthCheck {
 public:
  DepthCheck(const AuditView& view, const AuditPart& part, FaultList& faults) : view_(view), part_(part), faults_(faults) {}

  void check_page_depths() {
    std::vector<std::optional<Missing>> missing;
    for (std::size_t p = 0; p < part_.pages.size(); ++p) missing.push_back(is_judged(p) ? std::optional(measure(p)) : std::nullopt);
    for (std::size_t p = 0; p < missing.size(); ++p) {
      if (!missing[p]) continue;
      const std::size_t partner = part_.pages[p].recto ? p - 1 : p + 1;  // wraps to none for a first recto
      const bool paired = partner < missing.size() && missing[partner].has_value();
      const bool matched = paired && missing[p]->meets(*missing[partner]);
      const int allowed = static_cast<int>(std::lround(view_.style().lines * (1 - kFull)));
      const AuditLine* line = last_line(p);
      const NodeId node = line == nullptr ? 0 : line->node;
      if (missing[p]->least > allowed && !matched)
        faults_.add(FaultCode::ShortPage, part_, p, node, std::to_string(missing[p]->least) + " lines are missing at its end");
      if (!part_.pages[p].recto && paired && !matched)
        faults_.add(FaultCode::UnequalSpread, part_, p, node,
                    "it lacks " + std::to_string(missing[p]->least) + " lines, the facing page " + std::to_string(missing[partner]->least));
    }
  }

 private:
  const AuditView& view_;
  const AuditPart& part_;
  FaultList& faults_;

  // Neither blank nor turned nor the part's last with text.
  bool is_judged(std::size_t p) const {
    if (part_.pages[p].page->blank) return false;
    for (std::size_t i = part_.pages[p].first_line; i < part_.pages[p].end_line; ++i)
      if (part_.lines[i].turned) return false;
    for (std::size_t next = p + 1; next < part_.pages.size(); ++next)
      if (!part_.pages[next].page->blank) return true;
    return false;
  }

  const AuditLine* last_line(std::size_t p) const {
    const AuditLine* last = nullptr;
    for (std::size_t i = part_.pages[p].first_line; i < part_.pages[p].end_line; ++i)
      if (!part_.lines[i].in_note && (last == nullptr || part_.lines[i].baseline > last->baseline)) last = &part_.lines[i];
    return last;
  }

  Missing measure(std::size_t p) const {
    const Style& style = view_.style();
    // Notes begin with a rule; what stands above it is the text.
    Length limit = view_.block_bottom();
    bool notes = false;
    for (std::size_t i = part_.pages[p].first_line; i < part_.pages[p].end_line; ++i) {
      const AuditLine& line = part_.lines[i];
      if (!line.in_note) continue;
      limit = std::min(limit, line.baseline - line.size - style.note_gap);
      notes = true;
    }
    Length text_end = style.top, other_end = style.top;
    for (std::size_t i = part_.pages[p].first_line; i < part_.pages[p].end_line; ++i) {
      const AuditLine& line = part_.lines[i];
      if (line.in_note) continue;
      const bool on_grid = line.kind == LineKind::Text || line.kind == LineKind::Contents;
      Length& end = on_grid ? text_end : other_end;
      end = std::max(end, line.baseline + (line.kind == LineKind::Figure ? Length{} : style.baseline_drop));
    }
    for (const FrameItem& item : part_.pages[p].page->items)
      if (const auto* fill = std::get_if<Fill>(&item.content); fill != nullptr && fill->rect.bottom() <= limit)
        other_end = std::max(other_end, fill->rect.bottom());
    const Length white = limit - std::max(text_end, other_end);
    const bool exact = !notes && text_end >= other_end;
    const Length slack = exact ? Length::pt(0.1) : Length::pt(0.1) - style.leading;
    const auto lines = [&](Length w) { return static_cast<int>(std::max(w, Length{}) / style.leading); };
    return {lines(white + slack), lines(white + Length::pt(0.1))};
  }
};

}  // namespace

void check_depth(const AuditView& view, FaultList& faults) {
  for (const AuditPart& part : view.parts)
    if (!part.is_display()) DepthCheck(view, part, faults).check_page_depths();
}

}  // namespace nbpublish
