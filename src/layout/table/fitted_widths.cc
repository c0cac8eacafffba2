#include "layout/table/fitted_widths.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace nbpublish {
namespace {

// How many steps of the room that is shared out each column has.
using Shares = std::vector<int>;

constexpr int kSteps = 32;                      // in which the room is shared out
constexpr double kSmallColumn = 0.4;            // of the measure: a column that asks for no more has it
constexpr std::size_t kMostSearched = 10;       // columns; of more, shares are not searched for
constexpr int kLinesPerCut = 3, kMostCuts = 6;  // what cuts in names count in a cell: lines, times their square
constexpr std::int64_t kTie = 64;               // of rows equally high, those whose cells are lower

// Raises, from the smallest on, columns that ask for little and for no more than an equal share of the room.
void keep_small_columns(const std::vector<ColumnDemand>& columns, Length available, Widths& low) {
  std::vector<std::size_t> order(columns.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return columns[a].preferred < columns[b].preferred; });
  Length left = available, others = sum_of(low);  // what those that are still to come are secured
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::size_t c = order[i];
    const Length wanted = std::max(columns[c].preferred, low[c]);
    others -= low[c];
    const bool is_small = wanted <= available.scaled(kSmallColumn) && wanted <= left / static_cast<std::int64_t>(order.size() - i);
    if (!is_small || left - wanted < others) return;
    low[c] = wanted;
    left -= wanted;
  }
}

// Costs of a table for shares of the room between the widths that are secured and those that are preferred.
class ShareSearch {
 public:
  ShareSearch(const TableDemand& demand, Widths low, Length available, Length line)
      : demand_(demand), low_(std::move(low)), room_(available - sum_of(low_)), line_(line) {
    for (std::size_t c = 0; c < low_.size(); ++c)
      if (demand.columns[c].preferred > low_[c]) free_.push_back(c);
    costs_.resize(free_.size());
    for (std::size_t i = 0; i < free_.size(); ++i) {
      const Length wanted = demand_.columns[free_[i]].preferred - low_[free_[i]];
      most_.push_back(static_cast<int>(std::min<std::int64_t>(kSteps, wanted.units() * kSteps / room_.units() + 1)));
      costs_[i].resize(kSteps + 1);
    }
  }

  Widths search_shares() {
    if (free_.size() == 1 || free_.size() > kMostSearched) return as_wanted();
    Shares best = proportional();
    std::int64_t least = cost(best);
    for (int step = kSteps / 4; step > 0; step /= 2)
      while (improve(best, least, step)) {
      }
    return widths(best);
  }

 private:
  // Of a cell in one of the columns' widths.
  struct CellCost {
    Length height;
    std::int64_t cuts = 0;
  };

  const TableDemand& demand_;
  Widths low_;
  Length room_, line_;
  std::vector<std::size_t> free_;                                         // columns that share the room
  std::vector<int> most_;                                                 // steps that each can use
  std::vector<std::vector<std::optional<std::vector<CellCost>>>> costs_;  // of each, for so many steps, the cells by rows
  std::vector<Length> fixed_heights_;                                     // of each row, of the columns that don't share

  Length width_of(std::size_t i, int steps) const { return low_[free_[i]] + room_.scaled(steps, kSteps); }

  Length wanted() const {
    Length sum;
    for (const std::size_t c : free_) sum += demand_.columns[c].preferred - low_[c];
    return sum;
  }

  Widths as_wanted() const {
    Widths made = low_;
    const Length all = wanted();
    for (const std::size_t c : free_) made[c] += room_.scaled((demand_.columns[c].preferred - low_[c]).units(), all.units());
    return made;
  }

  // As the columns' wants; all steps are given out, as far as any column can use them.
  Shares proportional() const {
    const Length all = wanted();
    Shares shares;
    int left = kSteps;
    for (std::size_t i = 0; i < free_.size(); ++i) {
      const Length want = demand_.columns[free_[i]].preferred - low_[free_[i]];
      shares.push_back(std::min(static_cast<int>(want.units() * kSteps / all.units()), most_[i]));
      left -= shares.back();
    }
    for (std::size_t i = 0; i < shares.size(); ++i) {
      const int more = std::min(left, most_[i] - shares[i]);
      shares[i] += more;
      left -= more;
    }
    return shares;
  }

  // Moves `step` from one column to another if the table gets better by it. False if it cannot.
  bool improve(Shares& best, std::int64_t& least, int step) {
    const Shares start = best;
    Shares chosen = best;
    for (std::size_t from = 0; from < start.size(); ++from)
      for (std::size_t to = 0; to < start.size(); ++to) {
        if (from == to || start[from] < step || start[to] + step > most_[to]) continue;
        Shares tried = start;
        tried[from] -= step;
        tried[to] += step;
        if (const std::int64_t now = cost(tried); now < least) {
          least = now;
          chosen = std::move(tried);
        }
      }
    best = chosen;
    return chosen != start;
  }

  std::int64_t cost(const Shares& shares) {
    std::vector<const std::vector<CellCost>*> cells;
    for (std::size_t i = 0; i < shares.size(); ++i) cells.push_back(&costs_of(i, shares[i]));
    const std::vector<Length>& fixed = fixed_heights();
    std::int64_t sum = 0;
    for (std::size_t r = 0; r < demand_.rows.size(); ++r) {
      Length highest = fixed[r];
      for (const auto* column : cells) {
        highest = std::max(highest, (*column)[r].height);
        sum += (*column)[r].height.units() / kTie + (*column)[r].cuts * line_.units();
      }
      sum += highest.units();
    }
    return sum;
  }

  const std::vector<CellCost>& costs_of(std::size_t i, int steps) {
    std::optional<std::vector<CellCost>>& known = costs_[i][static_cast<std::size_t>(steps)];
    if (!known) known = column_costs(free_[i], width_of(i, steps));
    return *known;
  }

  std::vector<CellCost> column_costs(std::size_t column, Length width) const {
    std::vector<CellCost> costs;
    for (const auto& row : demand_.rows) {
      CellCost cost;
      for (const CellText& text : row[column]) {
        const LineCount count = count_lines(text.pieces, width - text.indent);
        cost.height += text.leading * count.lines;
        const std::int64_t cuts = std::min(count.cuts, kMostCuts);
        cost.cuts += kLinesPerCut * cuts * cuts;
      }
      costs.push_back(cost);
    }
    return costs;
  }

  const std::vector<Length>& fixed_heights() {
    if (!fixed_heights_.empty()) return fixed_heights_;
    fixed_heights_.resize(demand_.rows.size(), line_);
    for (std::size_t c = 0; c < low_.size(); ++c) {
      if (std::find(free_.begin(), free_.end(), c) != free_.end()) continue;
      const std::vector<CellCost> costs = column_costs(c, low_[c]);
      for (std::size_t r = 0; r < costs.size(); ++r) fixed_heights_[r] = std::max(fixed_heights_[r], costs[r].height);
    }
    return fixed_heights_;
  }

  // What rounding left over goes to the columns in order.
  Widths widths(const Shares& shares) const {
    Widths made = low_;
    for (std::size_t i = 0; i < shares.size(); ++i) made[free_[i]] = std::min(width_of(i, shares[i]), demand_.columns[free_[i]].preferred);
    Length left = low_.empty() ? Length{} : room_ + sum_of(low_) - sum_of(made);
    for (const std::size_t c : free_) {
      const Length more = std::min(left, demand_.columns[c].preferred - made[c]);
      made[c] += more;
      left -= more;
    }
    return made;
  }
};

}  // namespace

std::vector<Length> fitted_widths(const TableDemand& demand, Length available, Length floor, Length line) {
  Widths low = secured_widths(demand.columns, available, floor);
  Length preferred;
  for (const ColumnDemand& d : demand.columns) preferred += std::max(d.preferred, d.least);
  if (low.empty() || preferred <= available) return column_widths(demand.columns, available, floor);
  keep_small_columns(demand.columns, available, low);
  if (sum_of(low) == available) return low;
  return ShareSearch(demand, std::move(low), available, line).search_shares();
}

}  // namespace nbpublish
