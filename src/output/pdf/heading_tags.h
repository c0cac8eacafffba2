// The tags of headings.
#pragma once

#include <vector>

#include "document/heading_levels.h"
#include "frame/tags.h"

namespace nbpublish {

// The tags from the root in reading order: each before its children.
std::vector<TagId> reading_order(const TagTree& tree);

// 1 to 6; 0 for any other role.
int heading_level(TagRole role);
TagRole heading_role(int level);

}  // namespace nbpublish
