// Where the text block stands between spine and fore edge.
#pragma once

#include "frame/frame.h"
#include "style/style.h"

namespace nbpublish {

// Moves text and furniture of pages as layout_volume() gives them so that `inner` lies between the spine and the block.
void move_blocks_to(PagedVolume& volume, const Style& style, Length inner);

std::size_t page_count(const PagedVolume& volume);

}  // namespace nbpublish
