// What a part's pages are, as a hash: equal hashes stand for pages that are drawn alike.
#pragma once

#include "base/hash.h"
#include "frame/frame.h"

namespace nbpublish {

enum class PartUse : std::uint8_t {
  Linked,   // tags, links, destinations and the outline count, and every place on the page
  Printed,  // none of these; a page that is moved sideways as a whole is the same
};

// Of all that drawing reads of the part's pages but their furniture, labels and sides. Pictures count by their bytes.
Hash128 hash_of(const PagedPart& part, PartUse use);

}  // namespace nbpublish
