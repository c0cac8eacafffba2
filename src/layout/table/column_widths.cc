#include "layout/table/column_widths.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace nbpublish {
namespace {

// The widths between `low` and `high` (low <= high in every column) whose sum is `available`.
Widths between(const Widths& low, const Widths& high, Length available) {
  const Length least = sum_of(low), wanted = sum_of(high) - least;
  Widths widths;
  for (std::size_t c = 0; c < low.size(); ++c)
    widths.push_back(low[c] + (available - least).scaled((high[c] - low[c]).units(), wanted.units()));
  return widths;
}

// What keeps code from being wrapped: its lines whole, and twice the floor for the others. No more than `before` if no
// column has code or there is no room for it.
Widths with_whole_code(const std::vector<ColumnDemand>& demands, const Widths& before, Length available, Length floor) {
  const bool any = std::any_of(demands.begin(), demands.end(), [](const ColumnDemand& d) { return !d.unwrapped.is_zero(); });
  Widths widths;
  for (std::size_t c = 0; any && c < demands.size(); ++c)
    widths.push_back(std::max(before[c], std::min(demands[c].preferred, std::max(demands[c].unwrapped, 2 * floor))));
  return any && sum_of(widths) <= available ? widths : before;
}

// From nothing to everything that is secured, and what each column prefers.
struct Levels {
  std::array<Widths, 5> secured;
  Widths preferred;
};

Levels levels_of(const std::vector<ColumnDemand>& demands, Length available, Length floor) {
  Levels levels;
  for (const ColumnDemand& d : demands) {
    const Length preferred = std::max(d.preferred, d.least);
    levels.secured[0].emplace_back();
    levels.secured[1].push_back(std::min(floor, d.least));
    levels.secured[2].push_back(d.least);
    levels.secured[3].push_back(std::max(d.least, std::min(floor, preferred)));
    levels.preferred.push_back(preferred);
  }
  levels.secured[4] = with_whole_code(demands, levels.secured[3], available, floor);
  return levels;
}

}  // namespace

Length sum_of(const Widths& widths) { return std::accumulate(widths.begin(), widths.end(), Length{}); }

std::vector<Length> column_widths(const std::vector<ColumnDemand>& demands, Length available, Length floor) {
  available = std::max(available, Length{});
  const Levels levels = levels_of(demands, available, floor);
  const auto& [secured, preferred] = levels;
  // The first level that passes `available` is met half-way.
  for (std::size_t i = 1; i < secured.size(); ++i)
    if (sum_of(secured[i]) > available) return between(secured[i - 1], secured[i], available);
  return sum_of(preferred) > available ? between(secured.back(), preferred, available) : preferred;
}

std::vector<Length> secured_widths(const std::vector<ColumnDemand>& demands, Length available, Length floor) {
  Widths secured = levels_of(demands, available, floor).secured.back();
  return sum_of(secured) <= available ? secured : Widths{};
}

}  // namespace nbpublish
