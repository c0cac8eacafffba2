// Link annotations (ISO 32000-1, 12.5.6.5).
#pragma once

#include <string>

#include "frame/frame.h"

namespace nbpublish {

// The annotation's value, of a page whose body stands `across` (Page::across); `structure_key` is its own in the ParentTree.
std::string link_annotation(const LinkArea& link, Length across, Length page_height, std::int64_t structure_key);

}  // namespace nbpublish
