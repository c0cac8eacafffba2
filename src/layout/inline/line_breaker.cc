#include "layout/inline/line_breaker.h"

#include <algorithm>
#include <limits>

namespace nbpublish {
namespace {

// An overfull line is worse than any loose one.
constexpr double kOverfullDemerits = 1e18;

constexpr int kNone = -1;

// Breaks that a line may still begin at. A line of words has some ten of them and the narrowest letters a hundred, in a few ways each;
// only marks without width have more, and then the longest lines are given up.
constexpr std::size_t kMostActive = 1'000;

int hyphens_behind(const LineCandidate& line, int before) { return line.ends_in_hyphen ? std::min(before + 1, kMostHyphens) : 0; }

// Items of a paragraph of some twenty pages. In a longer one the ways to end a line at one place are not kept apart.
constexpr std::size_t kLongParagraph = 30'000;

// A way to break the paragraph up to here.
struct BreakNode {
  std::size_t at = 0;     // item at which the line before ended
  std::size_t start = 0;  // first item of the next line
  std::size_t lines = 0;  // lines so far; told apart only where their number is asked for
  Fitness fitness = Fitness::Decent;
  int hyphens = 0;  // LineBefore::hyphens behind this line
  double total = 0;
  int previous = kNone;  // index of the node this line began at
  LineCandidate line;
};

class OptimalBreaker {
 public:
  OptimalBreaker(const std::vector<InlineItem>& items, const BreakRules& rules) : items_(items), rules_(rules), sums_(items) {}

  // False if the tolerance leaves no way. `count`: of lines; 0 = as many as are best.
  bool find_breaks(double tolerance, bool allow_overfull, std::size_t count = 0) {
    tolerance_ = tolerance;
    allow_overfull_ = allow_overfull;
    count_ = count;
    nodes_.assign(1, BreakNode{});
    nodes_[0].start = items_.empty() || items_[0].kind == InlineItem::Kind::Box ? 0 : line_start(items_, 0);
    if (!items_.empty() && items_[0].kind == InlineItem::Kind::Penalty && items_[0].penalty <= kForced) nodes_[0].start = 0;
    active_.assign(1, 0);
    for (std::size_t at = 0; at <= items_.size() && !active_.empty(); ++at)
      if (is_legal_break(items_, at)) try_break(at);
    return best_end() != kNone;
  }

  // Hyphens at the ends of three lines: only where every way has them.
  bool has_ladder() const { return nodes_[static_cast<std::size_t>(best_end())].total >= kLadderDemerits; }

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
  std::size_t count_ = 0;

  // Ends in a hyphen, in the second of a row, and plain ones are kept apart, since the next line's demerits depend on it; numbers
  // of lines where one is asked for.
  static constexpr std::size_t kWays = 4 * (kMostHyphens + 1);
  std::vector<BreakNode> best_;
  std::size_t fewest_ = 0;  // lines of the first ways in best_

  void clear_best() {
    std::size_t most = 0;
    fewest_ = 0;
    if (count_ > 0) {
      fewest_ = count_;
      for (const int index : active_) {
        const std::size_t lines = nodes_[static_cast<std::size_t>(index)].lines;
        fewest_ = std::min(fewest_, lines), most = std::max(most, lines);
      }
      most -= fewest_;
    }
    BreakNode none;
    none.total = std::numeric_limits<double>::infinity();
    best_.assign(kWays * (most + 1), none);
  }

  // The best line ending at `at` for each fitness class, from all active nodes.
  void try_break(std::size_t at) {
    const bool forced = at == items_.size() || (items_[at].kind == InlineItem::Kind::Penalty && items_[at].penalty <= kForced);
    clear_best();
    std::size_t kept = 0;
    for (std::size_t i = 0; i < active_.size(); ++i) {
      const int index = active_[i];
      const BreakNode& from = nodes_[static_cast<std::size_t>(index)];
      const LineCandidate line = measure_line(items_, sums_, rules_, from.start, at, from.previous == kNone);
      const bool too_long = line.ratio < -1;
      const bool done = line.hopeless || forced;  // no later line from this node
      const bool only_way = allow_overfull_ && too_long && done && kept == 0 && i + 1 == active_.size() && all_empty();
      if ((!too_long && line.ratio <= tolerance_) || only_way) consider(from, index, line, at);
      if (!done) active_[kept++] = index;
    }
    active_.resize(kept);
    for (const BreakNode& b : best_) {
      if (b.total == std::numeric_limits<double>::infinity()) continue;
      nodes_.push_back(b);
      active_.push_back(static_cast<int>(nodes_.size() - 1));
    }
    if (active_.size() > kMostActive) active_.erase(active_.begin(), active_.end() - static_cast<std::ptrdiff_t>(kMostActive / 2));
  }

  bool all_empty() const {
    return std::all_of(best_.begin(), best_.end(), [](const BreakNode& b) { return b.total == std::numeric_limits<double>::infinity(); });
  }

  void consider(const BreakNode& from, int index, const LineCandidate& line, std::size_t at) {
    if (count_ > 0 && (from.lines >= count_ || (at == items_.size()) != (from.lines + 1 == count_))) return;
    double total = from.total + demerits(items_, line, from.start, at, before(from));
    if (line.ratio < -1) total += kOverfullDemerits;
    const int hyphens = hyphens_behind(line, from.hyphens);
    const bool is_long = items_.size() > kLongParagraph;
    const std::size_t way = is_long ? 0 : static_cast<std::size_t>(line.fitness) * (kMostHyphens + 1) + static_cast<std::size_t>(hyphens);
    BreakNode& slot = best_[way + (count_ > 0 ? kWays * (from.lines - fewest_) : 0)];
    if (total >= slot.total) return;
    slot = {at, line_start(items_, at), from.lines + 1, line.fitness, hyphens, total, index, line};
  }

  LineBefore before(const BreakNode& node) const {
    if (node.previous == kNone) return {};
    const std::size_t start = nodes_[static_cast<std::size_t>(node.previous)].start;
    return {node.fitness, node.line.hyphenated, node.hyphens, first_word(items_, start, node.at), last_word(items_, start, node.at)};
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

namespace {

// A break that costs more, as one inside a name, is not taken before it is known what looser lines would cost.
constexpr int kDearPenalty = 600;

bool has_dear_break(const std::vector<InlineItem>& items, const std::vector<BrokenLine>& lines) {
  return std::ranges::any_of(lines, [&](const BrokenLine& line) {
    return line.at < items.size() && items[line.at].kind == InlineItem::Kind::Penalty && items[line.at].penalty > kDearPenalty;
  });
}

}  // namespace

std::vector<BrokenLine> break_lines(const std::vector<InlineItem>& items, const BreakRules& rules) {
  if (items.empty()) return {};
  OptimalBreaker breaker(items, rules);
  for (const double tolerance : kLineTolerances) {
    if (!breaker.find_breaks(tolerance, false) || breaker.has_ladder()) continue;
    std::vector<BrokenLine> lines = breaker.lines();
    if (tolerance == kLineTolerances.back() || !has_dear_break(items, lines)) return lines;
  }
  breaker.find_breaks(kLineTolerances.back(), true);
  return breaker.lines();
}

namespace {

// Bounds of what lines hold and leave free.
struct Room {
  int forced = 0;  // breaks
  Length dropped;  // the most that a break takes out with it
};

Room room_of(const std::vector<InlineItem>& items) {
  Room room;
  Length blanks;
  for (const InlineItem& item : items) {
    if (item.kind == InlineItem::Kind::Box) blanks = {};
    if (item.kind == InlineItem::Kind::Glue) room.dropped = std::max(room.dropped, blanks += item.width);
    if (item.kind == InlineItem::Kind::Penalty && item.penalty <= kForced) ++room.forced;
  }
  return room;
}

// A quick look at the sums: most paragraphs cannot have a line more or less. A line before a forced break may be as short as it likes.
bool may_have_lines(const std::vector<InlineItem>& items, const BreakRules& rules, std::size_t count, double tolerance) {
  const ItemSums::Sum sum = ItemSums(items).between(0, items.size());
  const Room room = room_of(items);
  const auto lines = static_cast<std::int64_t>(count);
  const Length width = sum.width + rules.first_indent, hang = 2 * rules.hang_limit * lines;
  const bool ragged = rules.alignment != Alignment::Justified;
  const Length stretch = ragged ? rules.ragged_stretch * lines : sum.stretch;
  // A line without a space that gives stays as far from the edge as the tolerance counts in what its letters give.
  const Length letters = sum.letters.scaled(std::max(1.0, tolerance / kLettersFullAt));
  return width - sum.shrink - sum.letters - hang - room.dropped * (lines - 1) <= rules.measure * lines &&
         width + stretch.scaled(tolerance) + letters + hang >= rules.measure * (lines - 1 - room.forced);
}

}  // namespace

std::vector<BrokenLine> break_lines_to(const std::vector<InlineItem>& items, const BreakRules& rules, std::size_t count, double tolerance) {
  if (items.empty() || count == 0 || !may_have_lines(items, rules, count, tolerance)) return {};
  OptimalBreaker breaker(items, rules);
  return breaker.find_breaks(tolerance, false, count) && !breaker.has_ladder() ? breaker.lines() : std::vector<BrokenLine>{};
}

double total_demerits(const std::vector<InlineItem>& items, const BreakRules& rules, const std::vector<BrokenLine>& lines) {
  const ItemSums sums(items);
  double total = 0;
  LineBefore before;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const LineCandidate line = measure_line(items, sums, rules, lines[i].first, lines[i].at, i == 0);
    total += demerits(items, line, lines[i].first, lines[i].at, before);
    if (line.ratio < -1) total += kOverfullDemerits;
    before = {line.fitness, line.hyphenated, hyphens_behind(line, before.hyphens), first_word(items, lines[i].first, lines[i].at),
              last_word(items, lines[i].first, lines[i].at)};
  }
  return total;
}

}  // namespace nbpublish
