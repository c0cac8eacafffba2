// 9: word spaces, and the rivers they make.
#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "audit/page_checks.h"

namespace nbpublish {
namespace {

constexpr double kLoosest = 2.0, kTightest = 0.75, kLoose = 1.4;
constexpr std::size_t kLooseLines = 3;
// A justified line that ends this far before the edge, its spaces being stretched, was given up.
constexpr Length kNotch = Length::pt(4);
constexpr double kStretched = 1.1;
// A river: gaps of so many lines whose middles lie within so much, each wider than natural by so much. Gaps that stand
// below each other by chance are many; only wide ones join to a white line.
constexpr std::size_t kRiverLines = 4;
constexpr Length kRiverWidth = Length::pt(3);
constexpr double kRiverGap = 1.2;

// Word space of a line as a multiple of the natural; none without spaces.
std::optional<double> word_space(const std::vector<Gap>& gaps) {
  Length set, natural;
  for (const Gap& gap : gaps) set += gap.width, natural += gap.natural;
  if (natural.is_zero()) return std::nullopt;
  return set.points() / natural.points();
}

class BlockSpacing {
 public:
  BlockSpacing(const AuditView& view, const AuditPart& part, const AuditBlock& block, FaultList& faults)
      : view_(view), part_(part), block_(block), faults_(faults) {}

  // The last line of a paragraph is not stretched.
  void check_line_spaces() {
    for (const AuditLine* line : block_.lines) width_ = std::max(width_, reach_of(*line));
    for (std::size_t i = 0; i + 1 < block_.lines.size(); ++i) {
      const AuditLine& line = *block_.lines[i];
      if (i > 0 && line.page != block_.lines[i - 1]->page) loose_ = 0, rivers_.clear();
      const std::vector<Gap> gaps = gaps_of(line, view_.input.fonts, view_.style());
      check_line(line, word_space(gaps));
      check_rivers(line, gaps);
    }
  }

 private:
  struct River {
    Length low, high;  // of the middles so far
    std::size_t lines = 1;
  };
  const AuditView& view_;
  const AuditPart& part_;
  const AuditBlock& block_;
  FaultList& faults_;
  Length width_;  // the furthest that a line reaches
  std::size_t loose_ = 0;
  std::vector<River> rivers_;

  Length reach_of(const AuditLine& line) const { return line.right - part_.pages[line.page].left; }

  void check_line(const AuditLine& line, std::optional<double> space) {
    if (!space) return void(loose_ = 0);
    faults_.looked_at(FaultCode::LooseSpace, 1);
    faults_.looked_at(FaultCode::TightSpace, 1);
    faults_.looked_at(FaultCode::RaggedLine, 1);
    if (*space > kLoosest) faults_.add(FaultCode::LooseSpace, part_, line, fmt::format("{:.2f} in {}", *space, excerpt(line.text)));
    const Length notch = width_ - reach_of(line);
    if (*space > kStretched && notch > kNotch)
      faults_.add(FaultCode::RaggedLine, part_, line, points(notch) + " short in " + excerpt(line.text));
    if (*space < kTightest) faults_.add(FaultCode::TightSpace, part_, line, fmt::format("{:.2f} in {}", *space, excerpt(line.text)));
    loose_ = *space > kLoose ? loose_ + 1 : 0;
    if (loose_ == kLooseLines) faults_.add(FaultCode::LooseLines, part_, line, excerpt(line.text));
  }

  void check_rivers(const AuditLine& line, const std::vector<Gap>& gaps) {
    std::vector<River> next;
    for (const Gap& gap : gaps) {
      if (gap.width < gap.natural.scaled(kRiverGap)) continue;
      const Length middle = gap.left + gap.width / 2;
      River best{middle, middle, 1};
      for (const River& r : rivers_) {
        const River joined{std::min(r.low, middle), std::max(r.high, middle), r.lines + 1};
        if (joined.high - joined.low <= kRiverWidth && joined.lines > best.lines) best = joined;
      }
      if (best.lines == kRiverLines) faults_.add(FaultCode::River, part_, line, "down to " + excerpt(line.text));
      next.push_back(best);
    }
    rivers_ = std::move(next);
  }
};

}  // namespace

void check_spacing(const AuditView& view, FaultList& faults) {
  for (const AuditPart& part : view.parts)
    for (const AuditBlock& block : part.blocks)
      if (block.kind == LineKind::Text) BlockSpacing(view, part, block, faults).check_line_spaces();
}

}  // namespace nbpublish
