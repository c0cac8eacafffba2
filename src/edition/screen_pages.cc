#include <algorithm>

#include "edition/block_place.h"
#include "edition/edition_pages.h"

namespace nbpublish {

PagedVolume screen_pages(PagedVolume volume, const Style& style) {
  move_blocks_to(volume, style, (style.trim_width - style.measure) / 2);
  for (PagedPart& part : volume.parts) std::erase_if(part.pages, [](const Page& page) { return page.blank; });
  return volume;
}

}  // namespace nbpublish
