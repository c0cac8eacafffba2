#include "bench/floor/knuth_plass.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace nbpublish::floor_program {
namespace {

constexpr double kTolerance = 6;  // the most by which a line's glue is stretched
constexpr double kFlagDemerits = 3000, kFitnessDemerits = 10000;
constexpr double kUnstretchable = 1e6;
constexpr int kClasses = 4;

int fitness_of(double ratio) { return ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3; }

double demerits_of(double ratio, const Item& item) {
  const double line = 1 + 100 * std::abs(ratio * ratio * ratio);
  if (item.kind != ItemKind::Penalty || item.penalty <= kForced) return line * line;
  if (item.penalty >= 0) return (line + item.penalty) * (line + item.penalty);
  return line * line - item.penalty * item.penalty;
}

double ratio_of(double width, double stretch, double shrink, double measure) {
  if (width < measure) return stretch > 0 ? (measure - width) / stretch : kUnstretchable;
  if (width > measure) return shrink > 0 ? (measure - width) / shrink : -kUnstretchable;
  return 0;
}

}  // namespace

void ParagraphBreaker::try_break(std::span<const Item> items, int at, double measure) {
  const Item& item = items[static_cast<std::size_t>(at)];
  const bool is_penalty = item.kind == ItemKind::Penalty, is_forced = is_penalty && item.penalty <= kForced;
  std::array<double, kClasses> best;
  std::array<int, kClasses> from{-1, -1, -1, -1};
  best.fill(std::numeric_limits<double>::infinity());
  std::size_t kept = 0;
  bool has_found = false;
  for (std::size_t a = 0; a < active_.size(); ++a) {
    const Node& node = nodes_[static_cast<std::size_t>(active_[a])];
    const double ratio =
        ratio_of(width_ - node.width + (is_penalty ? item.width : 0), stretch_ - node.stretch, shrink_ - node.shrink, measure);
    const bool ends = ratio < -1 || is_forced;
    const bool is_last_resort = ends && kept == 0 && a + 1 == active_.size() && !has_found;
    if ((ratio >= -1 && ratio <= kTolerance) || is_last_resort) {
      const int fitness = fitness_of(ratio);
      double demerits = node.demerits + demerits_of(ratio, item);
      if (item.is_flagged && items[static_cast<std::size_t>(node.item)].is_flagged) demerits += kFlagDemerits;
      if (std::abs(fitness - node.fitness) > 1) demerits += kFitnessDemerits;
      if (demerits < best[static_cast<std::size_t>(fitness)]) {
        best[static_cast<std::size_t>(fitness)] = demerits;
        from[static_cast<std::size_t>(fitness)] = active_[a];
      }
      has_found = true;
    }
    if (!ends) active_[kept++] = active_[a];
  }
  active_.resize(kept);
  if (!has_found) return;

  // The next line begins behind the glue here.
  double width = width_, stretch = stretch_, shrink = shrink_;
  for (std::size_t i = static_cast<std::size_t>(at); i < items.size() && items[i].kind != ItemKind::Box; ++i) {
    if (items[i].kind == ItemKind::Penalty && items[i].penalty <= kForced && i > static_cast<std::size_t>(at)) break;
    if (items[i].kind != ItemKind::Glue) continue;
    width += items[i].width;
    stretch += items[i].stretch;
    shrink += items[i].shrink;
  }
  for (int fitness = 0; fitness < kClasses; ++fitness) {
    const int previous = from[static_cast<std::size_t>(fitness)];
    if (previous < 0) continue;
    active_.push_back(static_cast<int>(nodes_.size()));
    nodes_.push_back({at, fitness, previous, width, stretch, shrink, best[static_cast<std::size_t>(fitness)]});
  }
}

std::vector<int> ParagraphBreaker::breaks(std::span<const Item> items, double measure) {
  nodes_.assign(1, {0, 1, -1, 0, 0, 0, 0});
  active_.assign(1, 0);
  width_ = stretch_ = shrink_ = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Item& item = items[i];
    if (item.kind == ItemKind::Box) {
      width_ += item.width;
    } else if (item.kind == ItemKind::Penalty) {
      if (item.penalty < kForbidden) try_break(items, static_cast<int>(i), measure);
    } else {
      if (i > 0 && items[i - 1].kind == ItemKind::Box) try_break(items, static_cast<int>(i), measure);
      width_ += item.width;
      stretch_ += item.stretch;
      shrink_ += item.shrink;
    }
  }
  std::vector<int> breaks;
  const auto better = [&](int a, int b) {
    return nodes_[static_cast<std::size_t>(a)].demerits < nodes_[static_cast<std::size_t>(b)].demerits;
  };
  for (int at = *std::ranges::min_element(active_, better); at > 0; at = nodes_[static_cast<std::size_t>(at)].previous)
    breaks.push_back(nodes_[static_cast<std::size_t>(at)].item);
  std::ranges::reverse(breaks);
  return breaks;
}

}  // namespace nbpublish::floor_program
