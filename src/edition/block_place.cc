#include "edition/block_place.h"

#include "frame/shift.h"

namespace nbpublish {

std::size_t page_count(const PagedVolume& volume) {
  std::size_t count = 0;
  for (const PagedPart& part : volume.parts) count += part.pages.size();
  return count;
}

void move_blocks_to(PagedVolume& volume, const Style& style, Length inner) {
  const Length outward = inner - style.inner_margin(page_count(volume));
  for (PagedPart& part : volume.parts)
    for (Page& page : part.pages) {
      const Length dx = page.recto ? outward : -outward;
      page.across += dx;
      for (FrameItem& item : page.furniture) shift(item, dx, {});
    }
}

}  // namespace nbpublish
