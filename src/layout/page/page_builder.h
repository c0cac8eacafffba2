// From a galley and its page breaks to pages of frame items.
#pragma once

#include <string>
#include <vector>

#include "frame/shift.h"
#include "layout/galley/galley.h"
#include "layout/page/page_breaker.h"

namespace nbpublish {

// What the furniture of a page needs to know of its text.
struct PageFacts {
  bool opener = false;  // no running head, drop folio
  bool plain = false;   // neither head nor folio: title pages, part pages, blanks
  std::string section;  // the H2 in force at the page's end; empty before the first
};

struct BuiltPages {
  std::vector<Page> pages;  // x from the left edge of the text block; y from the top of the page
  std::vector<PageFacts> facts;
  std::vector<NodeId> too_high;  // of each page that holds more than fits: the block of what does not
};

PageRules page_rules(const Style& style, bool starts_recto = true);

// Breaks and builds. The first page is an opener if `opener`, and stands on the side that `starts_recto` says.
BuiltPages build_pages(const Style& style, Galley galley, bool opener, bool starts_recto = true);

}  // namespace nbpublish
