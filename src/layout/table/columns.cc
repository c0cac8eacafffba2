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

}  // namespace

std::vector<Length> column_widths(const std::vector<ColumnDemand>& demands, Length available, Length floor) {
  // From nothing to everything; the first level that passes `available` is met half-way.
  std::array<Widths, 5> levels;
  for (const ColumnDemand& d : demands) {
    const Length preferred = std::max(d.preferred, d.least);
    levels[0].push_back({});
    levels[1].push_back(std::min(floor, d.least));
    levels[2].push_back(d.least);
    levels[3].push_back(std::max(d.least, std::min(floor, preferred)));
    levels[4].push_back(preferred);
  }
  available = std::max(available, Length{});
  for (std::size_t i = 1; i < levels.size(); ++i)
    if (sum_of(levels[i]) > available) return between(levels[i - 1], levels[i], available);
  return levels.back();
}

}  // namespace nbpublish
