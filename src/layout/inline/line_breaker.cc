#include "layout/inline/line_breaker.h"

#include <algorithm>
#include <array>
#include <limits>

namespace nbpublish {
namespace {

// An overfull line is worse than any loose one.
constexpr double kOverfullDemerits = 1e18;

constexpr int kNone = -1;

// A way to break the paragraph up to here.
struct BreakNode {
  std::size_t at = 0;      // item at which the line before ended
  std::size_t start = 0;   // first item of the next line
  Fitness fitness = Fitness::Decent;
  bool hyphenated = false;
  double total = 0;
  int previous = kNone;    // index of the node this line began at
  LineCandidate line;
};

class OptimalBreaker {
 public:
  OptimalBreaker(const std::vector<InlineItem>& items, const BreakRules& rules)
      : items_(items), rules_(rules), sums_(items) {}

  // False if the tolerance leaves no way.
  bool run(double tolerance, bool allow_overfull) {
    tolerance_ = tolerance;
    allow_overfull_ = allow_overfull;
    nodes_.assign(1, BreakNode{});
    nodes_[0].start = items_.empty() || items_[0].kind == InlineItem::Kind::Box ? 0 : line_start(items_, 0);
    if (!items_.empty() && items_[0].kind == InlineItem::Kind::Penalty && items_[0].penalty <= kForced) nodes_[0].start = 0;
    active_.assign(1, 0);
    for (std::size_t at = 0; at <= items_.size() && !active_.empty(); ++at)
      if (is_legal_break(items_, at)) try_break(at);
    return best_end() != kNone;
  }

  std::vector<BrokenLine> lines() const {
    std::vector<BrokenLine> result;
    for (int node = best_end(); node != kNone && nodes_[static_cast<std::size_t>(node)].previous != kNone;) {
      const BreakNode& end = nodes_[static_cast<std::size_t>(node)];
      const BreakNode& begin = nodes_[static_cast<std::size_t>(end.previous)];
      result.push_back({begin.start, end.at, end.line.ratio, end.line.hyphenated, end.line.last, end.line.ratio < -1});
      node = end.previous;
    }
    std::reverse(result.begin(), result.end());
    return result;
  }

 private:
  const std::vector<InlineItem>& items_;
  const BreakRules& rules_;
  ItemSums sums_;
  std::vector<BreakNode> nodes_;
  std::vector<int> active_;
  double tolerance_ = 1;
  bool allow_overfull_ = false;

  // The best line ending at `at` for each fitness class, from all active nodes.
  void try_break(std::size_t at) {
    const bool forced = at == items_.size() ||
                        (items_[at].kind == InlineItem::Kind::Penalty && items_[at].penalty <= kForced);
    std::array<BreakNode, 8> best;
    for (BreakNode& b : best) b.total = std::numeric_limits<double>::infinity();
    std::size_t kept = 0;
    for (std::size_t i = 0; i < active_.size(); ++i) {
      const int index = active_[i];
      const BreakNode& from = nodes_[static_cast<std::size_t>(index)];
      const LineCandidate line = measure_line(items_, sums_, rules_, from.start, at, from.previous == kNone);
      const bool too_long = line.ratio < -1;
      const bool done = line.hopeless || forced;  // no later line from this node
      const bool only_way = allow_overfull_ && too_long && done && kept == 0 && i + 1 == active_.size() && all_empty(best);
      if ((!too_long && line.ratio <= tolerance_) || only_way) consider(best, from, index, line, at);
      if (!done) active_[kept++] = index;
    }
    active_.resize(kept);
    for (const BreakNode& b : best) {
      if (b.total == std::numeric_limits<double>::infinity()) continue;
      nodes_.push_back(b);
      active_.push_back(static_cast<int>(nodes_.size() - 1));
    }
  }

  static bool all_empty(const std::array<BreakNode, 8>& best) {
    return std::all_of(best.begin(), best.end(),
                       [](const BreakNode& b) { return b.total == std::numeric_limits<double>::infinity(); });
  }

  void consider(std::array<BreakNode, 8>& best, const BreakNode& from, int index, const LineCandidate& line, std::size_t at) {
    double total = from.total + demerits(items_, line, from.start, at, before(from));
    if (line.ratio < -1) total += kOverfullDemerits;
    // Hyphenated and plain ends are kept apart: the next line's demerits depend on it.
    BreakNode& slot = best[static_cast<std::size_t>(line.fitness) * 2 + (line.hyphenated ? 1 : 0)];
    if (total >= slot.total) return;
    slot = {at, line_start(items_, at), line.fitness, line.hyphenated, total, index, line};
  }

  LineBefore before(const BreakNode& node) const {
    if (node.previous == kNone) return {};
    const std::size_t start = nodes_[static_cast<std::size_t>(node.previous)].start;
    return {node.fitness, node.hyphenated, first_word(items_, start, node.at), last_word(items_, start, node.at)};
  }

  int best_end() const {
    int best = kNone;
    for (const int index : active_) {
      const BreakNode& node = nodes_[static_cast<std::size_t>(index)];
      if (node.at != items_.size() || node.previous == kNone) continue;
      if (best == kNone || node.total < nodes_[static_cast<std::size_t>(best)].total) best = index;
    }
    return best;
  }
};

}  // namespace

std::vector<BrokenLine> break_lines(const std::vector<InlineItem>& items, const BreakRules& rules) {
  if (items.empty()) return {};
  OptimalBreaker breaker(items, rules);
  for (const double tolerance : kLineTolerances)
    if (breaker.run(tolerance, false)) return breaker.lines();
  breaker.run(kLineTolerances.back(), true);
  return breaker.lines();
}

double total_demerits(const std::vector<InlineItem>& items, const BreakRules& rules, const std::vector<BrokenLine>& lines) {
  const ItemSums sums(items);
  double total = 0;
  LineBefore before;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const LineCandidate line = measure_line(items, sums, rules, lines[i].first, lines[i].at, i == 0);
    total += demerits(items, line, lines[i].first, lines[i].at, before);
    if (line.ratio < -1) total += kOverfullDemerits;
    before = {line.fitness, line.hyphenated, first_word(items, lines[i].first, lines[i].at), last_word(items, lines[i].first, lines[i].at)};
  }
  return total;
}

}  // namespace nbpublish
