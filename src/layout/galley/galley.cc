#include "layout/galley/galley.h"

#include <algorithm>

namespace nbpublish {

void put_first(Galley& galley, GalleyRow row) {
  galley.rows.insert(galley.rows.begin(), std::move(row));
  for (RowVariant& variant : galley.variants) ++variant.first, ++variant.end;
  for (GalleyFigure& figure : galley.figures)
    ++figure.first, ++figure.end, figure.reference = figure.reference ? std::optional(*figure.reference + 1) : std::nullopt;
}

FittedGroup fit_group(const GalleyGroup& group, Length above, Length rows, Length below, bool begins_page, Length line) {
  const Length natural = above + rows + below;
  if (!group.to_grid) return {above, below, {}, natural};
  const Length height = round_up(natural - std::min(group.may_lose, above + below), line);
  if (height < natural) {
    const Length left = above + below - (natural - height);
    // Evenly, unless there is more above for a repeated title.
    if (abs(above - below) <= group.may_lose) above = std::min(above, left / 2);
    else above = std::min(above, left);
    return {above, left - above, {}, height};
  }
  const Length slack = height - natural;
  return {above, below, begins_page ? Length{} : std::min(slack, group.most_slack_above.value_or(slack / 2)), height};
}

bool loses_space(const GalleyGroup& group, Length above, Length rows, Length below, Length line) {
  return fit_group(group, above, rows, below, false, line).height < above + rows + below;
}

bool is_inside(const Galley& galley, int group, int ancestor) {
  while (group != ancestor && group >= 0) group = galley.groups[static_cast<std::size_t>(group)].parent;
  return group == ancestor;
}

int child_towards(const Galley& galley, int ancestor, int group) {
  while (galley.groups[static_cast<std::size_t>(group)].parent != ancestor) group = galley.groups[static_cast<std::size_t>(group)].parent;
  return group;
}

bool group_begins_before(const Galley& galley, int group, std::size_t row) {
  return row > 0 && is_inside(galley, galley.rows[row - 1].group, group);
}

bool group_goes_on_at(const Galley& galley, int group, std::size_t row) {
  return row < galley.rows.size() && is_inside(galley, galley.rows[row].group, group);
}

bool is_between_groups(const Galley& galley, std::size_t row) {
  if (row == galley.rows.size() || galley.rows[row].group < 0) return true;
  return !group_begins_before(galley, child_towards(galley, -1, galley.rows[row].group), row);
}

}  // namespace nbpublish
