#include "layout/galley/galley.h"

namespace nbpublish {

void put_first(Galley& galley, GalleyRow row) {
  galley.rows.insert(galley.rows.begin(), std::move(row));
  for (RowVariant& variant : galley.variants) ++variant.first, ++variant.end;
  for (GalleyFigure& figure : galley.figures) ++figure.first, ++figure.end, ++figure.reference;
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
