#include <algorithm>
#include <ranges>

#include "edition/block_place.h"
#include "edition/crop_marks.h"
#include "edition/edition_pages.h"
#include "edition/tabs.h"

namespace nbpublish {
namespace {

bool ends_blank(const PagedVolume& volume) {
  for (const PagedPart& part : std::views::reverse(volume.parts))
    if (!part.pages.empty()) return part.pages.back().blank;
  return true;
}

// The volume ends on a verso (number_pages()), so a leaf has two pages more. They are behind the book and have no folio.
void end_on_blank(PagedVolume& volume) {
  if (ends_blank(volume)) return;
  PagedPart end;
  end.key = "end";
  for (const bool recto : {true, false}) {
    end.pages.emplace_back().blank = true;
    end.pages.back().recto = recto;
  }
  volume.parts.push_back(std::move(end));
}

// What a reader of paper cannot follow is no link. (It may lead into another book of a volume that is split.)
void drop_links(PagedVolume& volume) {
  for (PagedPart& part : volume.parts) {
    part.outline.clear();
    for (Page& page : part.pages) {
      page.links = {};
      page.destinations = {};
    }
  }
}

}  // namespace

std::size_t print_page_count(const PagedVolume& volume) { return page_count(volume) + (ends_blank(volume) ? 0 : 2); }

PrintPages print_pages(PagedVolume volume, const Style& style, const PrintSheet& sheet, const FontLibrary& fonts) {
  const Length free = style.trim_width - style.measure;
  const Length wanted = std::max(style.inner_margin(print_page_count(volume)), sheet.inner_margin);
  PrintPages out;
  out.has_room = wanted + sheet.outer_margin <= free;
  move_blocks_to(volume, style, out.has_room ? wanted : free - sheet.outer_margin);
  end_on_blank(volume);
  drop_links(volume);
  if (sheet.tabs) add_tabs(volume, style, fonts);
  if (sheet.crop_marks) add_crop_marks(volume);
  out.volume = std::move(volume);
  return out;
}

}  // namespace nbpublish
