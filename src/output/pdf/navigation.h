// How a reader gets about: named destinations, the outline, page labels.
#pragma once

#include <vector>

#include "output/pdf/number_tree.h"

namespace nbpublish {

// The number of the name tree /Dests, 0 without destinations. Of two with one name the first counts.
ObjectNumber add_destinations(const SealedParts& parts, const AddObject& add);

// The number of the outline, 0 without entries: topics, chapters and H2, closed below the chapters. An entry whose level skips one
// hangs on the last entry above it. Takes numbers from `next` on.
ObjectNumber add_outline(const SealedParts& parts, ObjectNumber& next, const std::function<void(ObjectNumber, const std::string&)>& put);

// The number tree of ranges of consecutive roman or decimal folios; any other label stands for itself.
ObjectNumber add_page_labels(const std::vector<SealedFurniture>& parts, const AddObject& add);

}  // namespace nbpublish
