#include <algorithm>

#include "output/pdf/navigation.h"

namespace nbpublish {

ObjectNumber add_destinations(const SealedParts& parts, const AddObject& add) {
  std::vector<const SealedDestination*> places;
  for (const auto& part : parts)
    for (const SealedDestination& d : part->destinations) places.push_back(&d);
  if (places.empty()) return 0;
  std::ranges::stable_sort(places, {}, &SealedDestination::name);
  const auto repeated = std::ranges::unique(places, {}, &SealedDestination::name);
  places.erase(repeated.begin(), repeated.end());
  TreeEntries entries;
  for (const SealedDestination* d : places) entries.emplace_back(pdf_string(d->name), d->place);
  return whole_tree(entries, TreeKind::Names, add);
}

}  // namespace nbpublish
