#include "layout/table/columns.h"

#include <algorithm>
#include <numeric>

namespace nbpublish {
namespace {

Length sum_of(const std::vector<ColumnDemand>& demands, Length ColumnDemand::*member) {
  return std::accumulate(demands.begin(), demands.end(), Length{}, [&](Length sum, const ColumnDemand& d) { return sum + d.*member; });
}

}  // namespace

std::vector<Length> column_widths(const std::vector<ColumnDemand>& demands, Length available, Length floor) {
  std::vector<ColumnDemand> wanted = demands;
  for (ColumnDemand& d : wanted) {
    d.preferred = std::max(d.preferred, d.least);
    d.least = std::max(d.least, std::min(floor, d.preferred));
  }
  const Length least = sum_of(wanted, &ColumnDemand::least), preferred = sum_of(wanted, &ColumnDemand::preferred);
  std::vector<Length> widths;
  for (const ColumnDemand& d : wanted) {
    if (preferred <= available) {
      widths.push_back(d.preferred);
    } else if (least < available) {
      widths.push_back(d.least + (available - least).scaled((d.preferred - d.least).units(), (preferred - least).units()));
    } else {
      widths.push_back(least.is_zero() ? Length{} : available.scaled(d.least.units(), least.units()));
    }
  }
  return widths;
}

}  // namespace nbpublish
