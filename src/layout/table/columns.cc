#include "layout/table/columns.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace nbpublish {
namespace {

using Widths = std::vector<Length>;

Length sum_of(const Widths& widths) { return std::accumulate(widths.begin(), widths.end(), Length{}); }

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

}  // namespace

std::vector<Length> column_widths(const std::vector<ColumnDemand>& demands, Length available, Length floor) {
  available = std::max(available, Length{});
  // From nothing to everything; the first level that passes `available` is met half-way.
  std::array<Widths, 6> levels;
  for (const ColumnDemand& d : demands) {
    const Length preferred = std::max(d.preferred, d.least);
    levels[0].push_back({});
    levels[1].push_back(std::min(floor, d.least));
    levels[2].push_back(d.least);
    levels[3].push_back(std::max(d.least, std::min(floor, preferred)));
    levels[5].push_back(preferred);
  }
  levels[4] = with_whole_code(demands, levels[3], available, floor);
  for (std::size_t i = 1; i < levels.size(); ++i)
    if (sum_of(levels[i]) > available) return between(levels[i - 1], levels[i], available);
  return levels.back();
}

}  // namespace nbpublish
