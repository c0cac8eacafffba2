// What is known of a page's items without reading them. It is kept with them.
#pragma once

#include <vector>

#include "frame/frame.h"

namespace nbpublish {

// Pictures must be there.
ItemFacts find_facts(const std::vector<FrameItem>& items);
// Found out once for all copies.
const ItemFacts& facts_of(const PageItems& items);

// ItemFacts::seen, of other items.
Hash128 hash_of_seen(const std::vector<FrameItem>& items);

}  // namespace nbpublish
